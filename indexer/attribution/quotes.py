"""Whose a quotation is: a report's source, somebody named nearby, the previous speaker, or no statement at all."""

from __future__ import annotations

from indexer.attribution.model import Model, score
from indexer.attribution.parts import Quotation, Sentence
from indexer.attribution.quote_candidates import Candidate, QuoteSource, candidates
from indexer.attribution.quote_features import candidate_features, none_features, previous_features
from indexer.attribution.reports import Report
from indexer.attribution.work_titles import is_title

_FARTHEST_PREVIOUS = 2  # paragraphs


def assign_quotes(
    quotations: list[Quotation],
    sentences: list[Sentence],
    reports: list[list[Report]],
    model: Model,
) -> list[QuoteSource]:
    """Give each quotation that is a statement its source, in order; scare quotes and titles of works are left out."""
    assigned: list[QuoteSource] = []
    previous: QuoteSource | None = None
    for quotation in quotations:
        if not quotation.words or is_title(quotation, sentences[quotation.sentence]):
            continue
        options = choices(quotation, sentences, reports, previous)
        values = [score(model.quote, features) for _, features in options]
        best = max(range(len(values)), key=values.__getitem__)
        choice = options[best][0]
        if choice is None:
            continue
        rivals = [value for value, (rival, _) in zip(values, options, strict=True) if not _same_source(rival, choice)]
        margin = values[best] - max(rivals, default=0.0)
        report = choice.report if choice.how != "previous" else None
        previous = QuoteSource(quotation, choice.source, report, choice.how, margin)
        assigned.append(previous)
    return assigned


def choices(
    quotation: Quotation,
    sentences: list[Sentence],
    reports: list[list[Report]],
    previous: QuoteSource | None,
) -> list[tuple[Candidate | None, list[str]]]:
    """Give the choices for a quotation with their features; None: it is no statement."""
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
    ):
        candidate = Candidate("previous", previous.source, previous.report)
        options.append((candidate, previous_features(quotation, sentence, previous)))
    return options


def _same_source(one: Candidate | None, other: Candidate) -> bool:
    """Tell whether two choices come to the same person, so that they are no rivals."""
    if one is None:
        return False
    entity = one.source.entity
    return one.source is other.source or (entity is not None and entity is other.source.entity)


__all__ = ["Candidate", "QuoteSource", "assign_quotes", "choices"]
