"""What the word lists and the ranker of quotations' sources learn from annotated articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from indexer.attribution.assembly import Found, find_parts
from indexer.attribution.model import Model
from indexer.attribution.quotes import quotes
from indexer.attribution.reports.keeping import report_features
from indexer.attribution.reports.reports import Report
from indexer.attribution.resolution.resolution import Resolver
from indexer.attribution.resolution.resolved import NOBODY_ELSE, Resolved
from indexer.attribution.text.parts import Mention, Quotation
from indexer.attribution.text.tokens import WORD
from indexer.attribution.training.annotated_pronouns import PronounLabel, PronounPlace
from indexer.attribution.training.choices import Choice
from indexer.attribution.training.gold import AnalysedGold, GoldArticle, GoldStatement, is_source, overlap, same_person
from search.documents import Span

_SAME, _ALL_QUOTED = 0.5, 0.85
_FEWEST_LOWER, _SHARE_LOWER = 3, 0.25
_FEWEST_SEEN, _SHARE_UNSEEN, _SHARE_CUES = 3, 0.4, 0.05


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


def quote_examples(article: AnalysedGold, reports: list[list[Report]]) -> list[Choice]:
    """Give the choices for each quotation of an article."""
    sentences = article.analysis.sentences
    examples: list[Choice] = []
    turns = quotes.Turns()
    previous_gold: GoldStatement | None = None
    for quotation in article.analysis.quotations:
        if not quotation.words or any(
            overlap(quotation.inner_start, quotation.inner_end, span) for span in article.gold.discarded
        ):
            continue
        statement = _statement_of(quotation, article.gold.statements)
        options = quotes.choices(quotation, sentences, reports, turns)
        right = _right_choices(options, statement, previous_gold, article.gold)
        if right:
            examples.append(([features for _, features in options], right))
        chosen = options[min(right)][0] if right else None
        if statement is not None and chosen is not None:
            report = chosen.report if chosen.how != "previous" else None
            turns = turns.after(quotes.QuoteSource(quotation, chosen.source, report, chosen.how, 0.0))
            previous_gold = statement
    return examples


def report_examples(article: AnalysedGold, reports: list[list[Report]]) -> list[Choice]:
    """Give each report of an article as a choice: a statement as annotated, or none."""
    examples: list[Choice] = []
    for found in reports:
        for report in found:
            spans = [report.span(run) for run in report.content]
            if not spans or _is_quoted(report) or _is_discarded(spans, article.gold):
                continue
            is_right = any(_share(spans, statement.content) >= _SAME for statement in article.gold.statements)
            examples.append(([report_features(report), []], {0} if is_right else {1}))
    return examples


def _is_discarded(spans: Sequence[Span], article: GoldArticle) -> bool:
    return any(overlap(span.start, span.end, discarded) for span in spans for discarded in article.discarded)


def _is_quoted(report: Report) -> bool:
    """Tell whether a report's content is quotations, which are statements by themselves."""
    tokens = report.words()
    quoted = sum(token.end - token.start for token in tokens if token.quotation is not None)
    return quoted >= _ALL_QUOTED * sum(token.end - token.start for token in tokens)


def _share(spans: Sequence[Span], others: Sequence[Span]) -> float:
    shared = sum(overlap(span.start, span.end, other) for span in spans for other in others)
    return shared / (sum(s.end - s.start for s in spans) + sum(s.end - s.start for s in others) - shared)


def _right_choices(
    options: list[tuple[quotes.Candidate | None, list[str]]],
    statement: GoldStatement | None,
    previous: GoldStatement | None,
    article: GoldArticle,
) -> set[int]:
    if statement is None:
        return {0}
    candidates = [(n, c) for n, (c, _) in enumerate(options) if c is not None and c.how in ("cue", "mention")]
    near = [(n, c) for n, c in candidates if is_source(c.source, statement)]
    right = {n for n, c in near if c.how == "cue"} or {n for n, _ in near}
    if not right and statement.speaker:
        right = {n for n, c in candidates if c.source.entity and same_person(statement.speaker, c.source.entity.name)}
    last = options[-1][0]
    if last is not None and last.how == "previous" and previous is not None:
        same_source = previous is statement or (statement.source is not None and previous.source == statement.source)
        if same_source or (not right and same_person(previous.speaker, statement.speaker)):
            right.add(len(options) - 1)
    right |= {n for n, (c, _) in enumerate(options) if c and c.how == "other" and _speaks(c.source, statement, article)}
    return right


def _speaks(source: Mention, statement: GoldStatement, article: GoldArticle) -> bool:
    """Tell whether a source, of another statement or named, is the speaker of a statement."""
    if statement.speaker is None:
        return False
    if source.entity is not None:
        return same_person(statement.speaker, source.entity.name)
    return any(same_person(statement.speaker, one.speaker) for one in article.statements if is_source(source, one))


def _statement_of(quotation: Quotation, statements: Sequence[GoldStatement]) -> GoldStatement | None:
    best, most = None, 0
    for statement in statements:
        shared = sum(overlap(quotation.inner_start, quotation.inner_end, span) for span in statement.content)
        if shared > most:
            best, most = statement, shared
    return best if most >= 0.5 * (quotation.inner_end - quotation.inner_start) else None


class _Taught(Resolver):
    """A resolver that is told by labels whom he and she mean, and keeps what it had to choose from."""

    def __init__(self, article: AnalysedGold, found: Found, labels: Mapping[PronounPlace, PronounLabel]) -> None:
        super().__init__(article.analysis, {id(source) for source in found.sources()}, {})
        self.article = article.gold
        self.labels = labels
        self.examples: list[Choice] = []

    def _he_or_she(self, source: Mention) -> Resolved | None:
        name, is_sure = self._meant(source)
        persons, nobody = self._possible_persons(source)
        right = {place for place, person in enumerate(persons) if _is_meant(name, person.entity.name)}
        if is_sure and persons:
            options = [*(person.features for person in persons), nobody]
            self.examples.append((options, right or {len(persons)}))
        return Resolved(persons[min(right)].entity, NOBODY_ELSE, "pronoun") if right else None

    def _meant(self, source: Mention) -> tuple[str | None, bool]:
        """Give whom a pronoun means, and whether a reader says so."""
        label = self.labels.get(PronounPlace(self.article.id, source.start, source.end))
        if label is not None:
            return label.name, True
        for statement in self.article.statements:
            if is_source(source, statement):
                return statement.speaker, not self.article.id
        return None, False


def _is_meant(name: str | None, other: str) -> bool:
    """Tell whether two names can be one person's; a text may give a relative's first name alone."""
    return same_person(name, other) or (name is not None and " " not in other and name.startswith(other + " "))


def person_examples(article: AnalysedGold, model: Model, labels: Mapping[PronounPlace, PronounLabel]) -> list[Choice]:
    """Give the choices for each he or she of an article whom a reader has named; our own stories name them all."""
    found = find_parts(article.analysis, model)
    taught = _Taught(article, found, labels)
    for source in found.sources():
        taught.resolve(source)
    return taught.examples


class _Spans:
    """Spans that can be asked whether one of them holds a token."""

    def __init__(self, spans: Iterable[Span | None]) -> None:
        self.offsets = {offset for span in spans if span is not None for offset in range(span.start, span.end)}

    def contain(self, start: int, end: int) -> bool:
        return start in self.offsets and end - 1 in self.offsets
