"""Whose a quotation is: a report's source, somebody named nearby, the previous speaker, or no statement at all."""

from __future__ import annotations

from indexer.attribution.model import Model, score
from indexer.attribution.quotes.crowds import is_shouted_by_many, is_written_up
from indexer.attribution.quotes.layout import is_cut_off, is_plain
from indexer.attribution.quotes.lead_ins import is_after_colon, is_beside, is_between_dashes, lead_of, stands_alone
from indexer.attribution.quotes.overheard import overheard
from indexer.attribution.quotes.quote_candidates import Candidate, QuoteSource, candidates
from indexer.attribution.quotes.quote_features import candidate_features, none_features, previous_features
from indexer.attribution.quotes.said_within import said_set_off, said_within
from indexer.attribution.quotes.turns import (
    Turns,
    have_learnt_turns,
    is_same_source,
    is_spoken_to,
    other_features,
    other_speaker,
    same_turn_features,
)
from indexer.attribution.reports.reports import Report
from indexer.attribution.text.parts import Quotation, Sentence
from indexer.attribution.text.verbs import SAYING
from indexer.attribution.text.work_titles import is_title

_FARTHEST_PREVIOUS = 2  # paragraphs
_FEWEST_OF_A_SENTENCE = 4  # words
_FEWEST_SAID = 3  # words behind "said"
_PLAIN = 3.0  # the least margin of one whose source the lines beside it leave no doubt of
_LED_IN = 1.0  # the margin of a quotation whose speaker the sentence before it tells


def assign_quotes(
    quotations: list[Quotation],
    sentences: list[Sentence],
    reports: list[list[Report]],
    model: Model,
) -> list[QuoteSource]:
    """Give each quotation that is a statement its source, in order; scare quotes and titles of works are left out."""
    assigned: list[QuoteSource] = []
    turns = Turns()
    by_turns = have_learnt_turns(model.quote)
    for quotation in quotations:
        sentence = sentences[quotation.sentence]
        if not quotation.words or is_title(quotation, sentence):
            continue
        if is_shouted_by_many(quotation, sentence) or is_written_up(quotation, sentence):
            assigned.append(QuoteSource(quotation, None, None, "mention", 0.0))
            continue
        beside = said_set_off(quotation, sentence)
        within = beside or overheard(quotation, sentence)
        within = within or said_within(quotation, sentence, reports[quotation.sentence])
        if within is not None:
            is_within = beside is None
            assigned.append(QuoteSource(quotation, within.source, within, "cue", within.margin, is_within=is_within))
            turns = turns.after(assigned[-1])
            continue
        options = choices(quotation, sentences, reports, turns, by_turns)
        values = [score(model.quote, features) for _, features in options]
        best = max(range(len(values)), key=values.__getitem__)
        choice = options[best][0]
        led = lead_of(quotation, sentences, reports, turns.previous, choice)
        if choice is None and led is None:
            best = _somebodys(quotation, sentences, reports, options, values) or best
        tags = (option for option, _ in options if option and is_cut_off(option, quotation, sentences))
        choice = next(tags, None) or led or options[best][0]
        if choice is None and not _is_nobodys(quotation, sentence):
            continue
        if choice is None:
            assigned.append(QuoteSource(quotation, None, None, "mention", 0.0))
            continue
        rivals = [value for value, (rival, _) in zip(values, options, strict=True) if not _is_same(rival, choice)]
        margin = _LED_IN if led is not None else values[best] - max(rivals, default=0.0)
        if margin < _PLAIN and is_plain(choice, quotation, sentences):
            margin = _PLAIN
        report = choice.report if choice.how != "previous" else None
        is_announced = choice.is_announced
        assigned.append(QuoteSource(quotation, choice.source, report, choice.how, margin, is_announced=is_announced))
        turns = turns.after(assigned[-1])
    return assigned


def _is_nobodys(quotation: Quotation, sentence: Sentence) -> bool:
    """Tell whether whole sentences are quoted of somebody who is not named: "One threat is often heard: “I'll go.”"."""
    return is_after_colon(quotation, sentence) and len(quotation.words) >= _FEWEST_OF_A_SENTENCE


def _somebodys(
    quotation: Quotation,
    sentences: list[Sentence],
    reports: list[list[Report]],
    options: list[tuple[Candidate | None, list[str]]],
    values: list[float],
) -> int | None:
    """Give the place of the choice for what is somebody's if anybody speaks or acts beside it, or spoke last."""
    sentence = sentences[quotation.sentence]
    outright = [place for place, (option, _) in enumerate(options) if option and _is_outright(option, quotation)]
    if outright:
        return max(outright, key=values.__getitem__)
    if stands_alone(quotation, sentence) or is_between_dashes(quotation, sentence):
        near = [place for place, (option, _) in enumerate(options) if option and is_beside(option, quotation)]
        return max(near, key=values.__getitem__, default=None)
    if is_after_colon(quotation, sentence) and not reports[quotation.sentence]:
        last, _ = options[-1]
        return len(options) - 1 if last is not None and last.how == "previous" else None
    return None


def _is_outright(option: Candidate, quotation: Quotation) -> bool:
    """Tell whether a sentence is quoted right behind the verb of saying: "saying “We checked it.”"."""
    report = option.report
    if report is None or option.distance or not quotation.is_capital or len(quotation.words) < _FEWEST_SAID:
        return False
    is_behind = quotation.place - 1 in (report.cue, report.cue + (report.sentence.words[report.cue + 1] == ","))
    return is_behind and report.sentence.tokens[report.cue].lower in SAYING and report.covers(quotation.place)


def choices(
    quotation: Quotation,
    sentences: list[Sentence],
    reports: list[list[Report]],
    turns: Turns,
    by_turns: bool = True,
) -> list[tuple[Candidate | None, list[str]]]:
    """Give the choices for a quotation with their features; None: it is no statement.

    ``by_turns``: also who spoke before the last speaker, for weights that have learnt dialogue. The last of the
    choices is the last speaker's, if there is one.
    """
    previous = turns.previous
    sentence = sentences[quotation.sentence]
    options: list[tuple[Candidate | None, list[str]]] = [(None, none_features(quotation, sentence, reports))]
    for candidate in candidates(quotation, sentences, reports):
        features = candidate_features(quotation, sentences, candidate)
        if previous is not None and previous.source is candidate.source:
            apart = min(quotation.paragraph - previous.quotation.paragraph, 3)
            features += ["same", f"same,p{apart}"]
        options.append((candidate, features))
    if (
        previous is not None
        and previous.source is not None
        and quotation.paragraph - previous.quotation.paragraph <= _FARTHEST_PREVIOUS
        and not (quotation.paragraph > previous.quotation.paragraph and is_spoken_to(previous.source, quotation))
    ):
        features = previous_features(quotation, sentence, previous)
        other = other_speaker(quotation, sentences, reports, turns) if by_turns else None
        if other is not None:
            options.append((other, other_features(quotation, previous, other)))
            features += same_turn_features(quotation, previous)
        options.append((Candidate("previous", previous.source, previous.report), features))
    return options


def _is_same(one: Candidate | None, other: Candidate) -> bool:
    """Tell whether two choices come to the same person, so that they are no rivals."""
    return one is not None and is_same_source(one.source, other.source)


__all__ = ["Candidate", "QuoteSource", "Turns", "assign_quotes", "choices"]
