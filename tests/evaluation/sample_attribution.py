"""The sample archive's statements against its facts: python -m tests.evaluation.sample_attribution [-v]."""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from indexer.articles import read_articles
from indexer.files import SourcePath
from indexer.outcomes import ReadingSettings
from search.documents import Article, Span, Statement
from search.ids import slug
from tests.evaluation.tally import Tally

CORPUS = Path(__file__).parents[2] / "corpus"
_SAME_QUOTATION = 0.8  # of the letters of both together
_SAME_CONTENT = 0.5


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement as its author knows it; ``speaker`` is empty where nobody is named."""

    kind: str
    speaker: str
    span: Span


@dataclass(slots=True)
class Measures:
    """What is measured: quotations, quotations with their speaker, reports, reports with their speaker."""

    quotations: Tally
    pairs: Tally
    reports: Tally
    report_speakers: Tally
    unplaced: int = 0


def measure(log: Iterable[str] | None = None) -> Measures:
    """Measure the whole sample archive; complaints go to ``log`` if it is a list."""
    complaints = log if isinstance(log, list) else []
    measures = Measures(Tally(), Tally(), Tally(), Tally())
    for article, facts, unplaced in _articles():
        measures.unplaced += unplaced
        _quotations(article, facts, measures, complaints)
        _reports(article, facts, measures, complaints)
    return measures


def _articles() -> Iterator[tuple[Article, list[Fact], int]]:
    for file in sorted((CORPUS / "facts").glob("*.toml")):
        for entry in tomllib.loads(file.read_text(encoding="utf-8")).get("article", []):
            path = CORPUS / entry["file"]
            source = SourcePath(CORPUS, entry["file"], path)
            articles = read_articles(source, path.read_bytes(), ReadingSettings())
            article = next(article for article in articles if article.part == entry.get("part"))
            facts = [_fact(article.text, statement) for statement in entry.get("statement", [])]
            yield article, [fact for fact in facts if fact], facts.count(None)


def _fact(text: str, entry: dict[str, str]) -> Fact | None:
    words = " ".join(entry["text"].split())
    flat, places = _flattened(text)
    at = flat.find(words)
    if at < 0:
        return None
    return Fact(entry["kind"], entry.get("speaker", ""), Span(places[at], places[at + len(words) - 1] + 1))


def _flattened(text: str) -> tuple[str, list[int]]:
    chars: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        plain = " " if char.isspace() else char
        if plain == " " and chars and chars[-1] == " ":
            continue
        chars.append(plain)
        places.append(place)
    return "".join(chars), places


def _quotations(article: Article, facts: list[Fact], measures: Measures, log: list[str]) -> None:
    wanted = [fact for fact in facts if fact.kind == "direct"]
    found = [
        (statement, span)
        for statement in article.statements
        if statement.field == "text" and statement.kind == "direct"
        for span in statement.content
    ]
    pairs = _matched([fact.span for fact in wanted], [span for _, span in found], _SAME_QUOTATION)
    measures.quotations.wanted += len(wanted)
    measures.quotations.found += len(found)
    measures.quotations.right += len(pairs)
    measures.pairs.wanted += sum(bool(fact.speaker) for fact in wanted)
    measures.pairs.found += sum(statement.speaker is not None for statement, _ in found)
    for index, fact in enumerate(wanted):
        if index not in pairs:
            _complain(log, "quotation missed", article, fact.span, fact.speaker)
            continue
        statement = found[pairs[index]][0]
        if _is_right(fact, statement):
            measures.pairs.right += bool(fact.speaker)
        else:
            _complain(log, "quotation's speaker", article, fact.span, f"{fact.speaker!r} but {_name(statement)!r}")
    for index, (statement, span) in enumerate(found):
        if index not in pairs.values():
            _complain(log, "quotation too many", article, span, _name(statement))


def _reports(article: Article, facts: list[Fact], measures: Measures, log: list[str]) -> None:
    wanted = [fact for fact in facts if fact.kind != "direct"]
    found = [
        statement
        for statement in article.statements
        if statement.field == "text"
        and statement.kind != "direct"
        and statement.cue_class == "speech"
        and statement.attribution != "possible"
    ]
    spans = [Span(statement.content[0].start, statement.content[-1].end) for statement in found]
    pairs = _matched([fact.span for fact in wanted], spans, _SAME_CONTENT)
    measures.reports.wanted += len(wanted)
    measures.reports.found += len(found)
    measures.reports.right += len(pairs)
    measures.report_speakers.wanted += sum(bool(fact.speaker) for fact in wanted)
    measures.report_speakers.found += sum(statement.speaker is not None for statement in found)
    for index, fact in enumerate(wanted):
        if index not in pairs:
            _complain(log, "report missed", article, fact.span, fact.speaker)
            continue
        statement = found[pairs[index]]
        if _is_right(fact, statement):
            measures.report_speakers.right += bool(fact.speaker)
        else:
            _complain(log, "report's speaker", article, fact.span, f"{fact.speaker!r} but {_name(statement)!r}")
    for index, statement in enumerate(found):
        if index not in pairs.values():
            _complain(log, "report too many", article, statement.content[0], _name(statement))


def _matched(wanted: list[Span], found: list[Span], least: float) -> dict[int, int]:
    scored = sorted(
        (
            (_overlap(one, other), index, number)
            for index, one in enumerate(wanted)
            for number, other in enumerate(found)
        ),
        key=lambda item: (-item[0], item[1], item[2]),
    )
    pairs: dict[int, int] = {}
    for shared, index, number in scored:
        if shared >= least and index not in pairs and number not in pairs.values():
            pairs[index] = number
    return pairs


def _overlap(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (max(one.end, other.end) - min(one.start, other.start)) if shared > 0 else 0.0


def _is_right(fact: Fact, statement: Statement) -> bool:
    return _name(statement) == fact.speaker or slug(_name(statement)) == slug(fact.speaker.removeprefix("the "))


def _name(statement: Statement) -> str:
    return statement.speaker.name if statement.speaker else ""


def _complain(log: list[str], what: str, article: Article, span: Span, who: str) -> None:
    around = article.text[max(0, span.start - 60) : span.start] + ">>" + article.text[span.start : span.end] + "<<"
    around += article.text[span.end : span.end + 60]
    log.append(f"{what}\t{article.files[0].path}\t{who}\t{' '.join(around.split())}")


def main() -> None:
    """Print the measures and, with -v, everything that differs."""
    log: list[str] = []
    measures = measure(log)
    for name in ("quotations", "pairs", "reports", "report_speakers"):
        counts: Tally = getattr(measures, name)
        print(
            f"{name:16} P {100 * counts.precision:5.1f}  R {100 * counts.recall:5.1f}  F1 {100 * counts.f1:5.1f}"
            f"  ({counts.right} right of {counts.found} found, {counts.wanted} wanted)"
        )
    print("facts whose words are not in the article's text:", measures.unplaced)
    print(dict(Counter(line.split("\t")[0] for line in log)))
    if "-v" in sys.argv:
        print("\n".join(sorted(log)))


if __name__ == "__main__":
    main()
