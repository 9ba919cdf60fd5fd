"""What each linear model learns from annotated articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from indexer.attribution import contents, cues, quotes, sources
from indexer.attribution.gold import AnalysedGold, GoldStatement, is_source, overlap, same_person, sentence_at
from indexer.attribution.learning import Choice, LabelledFeatures
from indexer.attribution.model import Model, score
from indexer.attribution.parts import Mention, Quotation, Sentence
from indexer.attribution.reports import find_reports
from indexer.attribution.tokens import WORD
from search.documents import Span

_FEWEST_LOWER, _SHARE_LOWER = 3, 0.25
_FEWEST_SEEN, _SHARE_UNSEEN, _SHARE_CUES = 3, 0.4, 0.05
_BEGIN_TOLERANCE, _END_TOLERANCE = 8, 3  # letters


def usual_words(texts: Iterable[str]) -> frozenset[str]:
    """Give the words that are usually printed in small letters."""
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in texts:
        for word in WORD.findall(text):
            (lower if word[0].islower() else capital)[word.lower().replace("’", "'")] += 1
    return frozenset(
        word
        for word, count in lower.items()
        if word.isalpha() and count >= _FEWEST_LOWER and count >= _SHARE_LOWER * capital[word]
    )


def cue_words(articles: Sequence[AnalysedGold], known: Iterable[str]) -> dict[str, str]:
    """Give the known words that may be cues, each with a letter for how often it was one."""
    total: Counter[str] = Counter()
    as_cue: Counter[str] = Counter()
    for article in articles:
        spans = _Spans(statement.cue for statement in article.gold.statements)
        for sentence in article.analysis.sentences:
            for token in sentence.tokens:
                if token.quotation is None and token.word[0].isalpha():
                    total[token.lower] += 1
                    as_cue[token.lower] += spans.contain(token.start, token.end)
    found: dict[str, str] = {}
    for word in known:
        share = as_cue[word] / total[word] if total[word] >= _FEWEST_SEEN else _SHARE_UNSEEN
        if share >= _SHARE_CUES:
            found[word] = "a" if share >= 0.6 else "b" if share >= 0.35 else "c" if share >= 0.2 else "d"
    return found


def cue_examples(article: AnalysedGold, model: Model) -> list[LabelledFeatures]:
    """Give every candidate word of an article, and whether it is a cue."""
    spans = _Spans(statement.cue for statement in article.gold.statements)
    return [
        (cues.cue_features(sentence, place, model), spans.contain(token.start, token.end))
        for sentence in article.analysis.sentences
        for place in cues.candidates(sentence, model)
        for token in (sentence.tokens[place],)
    ]


class ReportExamples:
    """Choices of sources and layouts, and ends of content, at the annotated cues."""

    def __init__(self) -> None:
        self.sources: list[Choice] = []
        self.layouts: list[tuple[list[str], str]] = []
        self.ends: list[LabelledFeatures] = []

    def add(self, article: AnalysedGold, model: Model) -> None:
        """Take in the statements of an article."""
        for statement in article.gold.statements:
            at = _cue_place(article, statement, model)
            if at is not None:
                source = self._add_source(*at, statement, model)
                self._add_content(*at, source, statement, model)

    def _add_source(self, sentence: Sentence, cue: int, statement: GoldStatement, model: Model) -> Mention | None:
        found = sources.source_candidates(sentence, cue, model)
        options = [features for _, features in found] + [sources.no_source_features(sentence, cue)]
        right = [n for n, (mention, _) in enumerate(found) if mention is not None and is_source(mention, statement)]
        if right:
            named = [
                n for n in right if (m := found[n][0]) and m.entity and same_person(statement.speaker, m.entity.name)
            ]
            best = named[0] if named else min(right, key=lambda n: ((m := found[n][0]) and m.start) or 0)
            self.sources.append((options, set(named) or {best}))
            return found[best][0]
        begin, end = sentence.tokens[0].start, sentence.tokens[-1].end
        if statement.source is None or not begin <= statement.source.start < end:
            self.sources.append((options, {len(found)}))
        return None

    def _add_content(
        self, sentence: Sentence, cue: int, source: Mention | None, statement: GoldStatement, model: Model
    ) -> None:
        room = contents.room_about(sentence, cue, source)
        layout = _best_layout(sentence, cue, room, statement, model)
        self.layouts.append((contents.layout_features(sentence, cue, source, room, model), layout))
        if layout in ("right", "both"):
            self._add_ends(sentence, cue, room, statement, model)

    def _add_ends(
        self, sentence: Sentence, cue: int, room: contents.Room, statement: GoldStatement, model: Model
    ) -> None:
        tokens = sentence.tokens
        first = contents.right_start(sentence, cue, room, model)
        ends = [span.end for span in statement.content if tokens[first].start < span.end <= tokens[-1].end + 1]
        end = max(ends, default=tokens[room.right_stop - 1].end)
        word = tokens[cue].lower
        for place in range(first + 1, room.right_stop):
            if contents.may_end(tokens, place, model):
                features = contents.end_features(sentence, first, place, room.right_stop, word, model)
                so_far = tokens[place - 1].end
                if so_far < end - 1:
                    self.ends.append((features, False))
                else:
                    self.ends.append((features, so_far - end < _END_TOLERANCE))
                    break


def quote_examples(article: AnalysedGold, model: Model) -> list[Choice]:
    """Give the choices for each quotation of an article, the reports being found by a model."""
    sentences = article.analysis.sentences
    reports = find_reports(sentences, model)
    examples: list[Choice] = []
    previous: quotes.QuoteSource | None = None
    previous_gold: GoldStatement | None = None
    for quotation in article.analysis.quotations:
        if not quotation.words or any(
            overlap(quotation.inner_start, quotation.inner_end, span) for span in article.gold.discarded
        ):
            continue
        statement = _statement_of(quotation, article.gold.statements)
        options = quotes.choices(quotation, sentences, reports, previous)
        right = _right_choices(options, statement, previous_gold)
        if right:
            examples.append(([features for _, features in options], right))
        chosen = options[min(right)][0] if right else None
        if statement is not None and chosen is not None:
            report = chosen.report if chosen.how != "previous" else None
            previous = quotes.QuoteSource(quotation, chosen.source, report, chosen.how, 0.0)
            previous_gold = statement
    return examples


def _right_choices(
    options: list[tuple[quotes.Candidate | None, list[str]]],
    statement: GoldStatement | None,
    previous: GoldStatement | None,
) -> set[int]:
    if statement is None:
        return {0}
    candidates = [(n, c) for n, (c, _) in enumerate(options) if c is not None and c.how != "previous"]
    near = [(n, c) for n, c in candidates if is_source(c.source, statement)]
    right = {n for n, c in near if c.how == "cue"} or {n for n, _ in near}
    if not right and statement.speaker:
        right = {n for n, c in candidates if c.source.entity and same_person(statement.speaker, c.source.entity.name)}
    last = options[-1][0]
    if last is not None and last.how == "previous" and previous is not None:
        same_source = previous is statement or (statement.source is not None and previous.source == statement.source)
        if same_source or (not right and same_person(previous.speaker, statement.speaker)):
            right.add(len(options) - 1)
    return right


def _statement_of(quotation: Quotation, statements: Sequence[GoldStatement]) -> GoldStatement | None:
    best, most = None, 0
    for statement in statements:
        shared = sum(overlap(quotation.inner_start, quotation.inner_end, span) for span in statement.content)
        if shared > most:
            best, most = statement, shared
    return best if most >= 0.5 * (quotation.inner_end - quotation.inner_start) else None


def _cue_place(article: AnalysedGold, statement: GoldStatement, model: Model) -> tuple[Sentence, int] | None:
    """Give the sentence and place of the likeliest word of a statement's cue."""
    if statement.cue is None:
        return None
    sentence = sentence_at(article.analysis.sentences, statement.cue.start)
    if sentence is None:
        return None
    places = [
        place
        for place in cues.candidates(sentence, model)
        if statement.cue.start <= sentence.tokens[place].start and sentence.tokens[place].end <= statement.cue.end
    ]
    if not places:
        return None
    return sentence, max(places, key=lambda place: score(model.cue, cues.cue_features(sentence, place, model)))


def _best_layout(sentence: Sentence, cue: int, room: contents.Room, statement: GoldStatement, model: Model) -> str:
    gold = {offset for span in statement.content for offset in range(span.start, span.end)}
    best, most = "none", 0.35
    for layout in contents.LAYOUTS[:-1]:
        spans = contents.lay_out(sentence, cue, layout, room, model)
        if not spans:
            continue
        offsets = {
            offset
            for first, stop in spans
            for offset in range(sentence.tokens[first].start, sentence.tokens[stop - 1].end)
        }
        shared = len(gold & offsets) / len(gold | offsets)
        begin = sentence.tokens[spans[0][0]].start
        begins_there = bool(gold) and abs(min(gold) - begin) < _BEGIN_TOLERANCE
        if layout == "right" and begins_there and max(gold) <= max(offsets) + _END_TOLERANCE:
            shared = max(shared, 0.6)  # where it ends is another model's matter
        if shared > most + 0.02:
            best, most = layout, shared
    return best


class _Spans:
    """Spans that can be asked whether one of them holds a token."""

    def __init__(self, spans: Iterable[Span | None]) -> None:
        self.offsets = {offset for span in spans if span is not None for offset in range(span.start, span.end)}

    def contain(self, start: int, end: int) -> bool:
        return start in self.offsets and end - 1 in self.offsets
