"""Each part of a statement measured apart: its cue, and where that was found its content, its source, its speaker.

So a fault is counted where it is made: a cue that is missed takes content, source and speaker with it, but does not
count against them. Quotations of the same source that have no cue of their own go on with the statement that has one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from indexer.attribution import attribute
from indexer.attribution.training.gold import GoldArticle, GoldStatement
from search.documents import Article, Span, Statement
from tests.evaluation.statement_scores import same_speaker
from tests.evaluation.tally import Tally

_SAME = 0.5
_WORD = re.compile(r"\w+")


class Components:
    """The tallies of some articles."""

    def __init__(self) -> None:
        self.cues, self.contents, self.exact = Tally(), Tally(), Tally()
        self.sources, self.speakers = Tally(), Tally()

    def add(self, gold: GoldArticle, found: Sequence[Statement]) -> None:
        """Count one article."""
        words = [word.start() for word in _WORD.finditer(gold.text)]
        cued = [(statement, statement.cue.span) for statement in found if statement.cue and statement.field == "text"]
        wanted = [(statement, statement.cue) for statement in gold.statements if statement.cue]
        ours, theirs = {cue for _, cue in cued}, {cue for _, cue in wanted}
        self.cues.wanted += len(theirs)
        self.cues.found += len(ours)
        self.cues.right += len(_pairs(theirs, ours))
        for statement, cue in wanted:
            having = [one for one, own in cued if _meet(cue, own)]
            if having:
                self._add_statement(words, statement, [(one, [one, *_going_on(one, found)]) for one in having])

    def _add_statement(
        self, words: list[int], wanted: GoldStatement, having: Sequence[tuple[Statement, Sequence[Statement]]]
    ) -> None:
        """Count an annotated statement, by the one that is likest it of those that have its cue."""
        places = _places(words, wanted.content)

        def likeness(together: Sequence[Statement]) -> float:
            own = {place for one in together for place in _places(words, one.content)}
            return len(places & own) / len(places | own) if places | own else 0.0

        likest, best = max(
            ((max(likeness([one]), likeness(together)), one) for one, together in having), key=lambda pair: pair[0]
        )
        _judge(self.contents, likest >= _SAME)
        _judge(self.exact, likest == 1)
        if wanted.source:
            is_right = best.source is not None and _meet(wanted.source, best.source.span)
            _judge(self.sources, is_right)
            if is_right and wanted.speaker:
                _judge(self.speakers, same_speaker(wanted.speaker, best.speaker.name if best.speaker else None))

    def table(self) -> dict[str, float]:
        """Give the measures by name, in percent."""
        return {
            "cue precision": 100 * self.cues.precision,
            "cue recall": 100 * self.cues.recall,
            "cue F1": 100 * self.cues.f1,
            "content of a found cue": 100 * self.contents.recall,
            "… to the word": 100 * self.exact.recall,
            "source of a found cue": 100 * self.sources.recall,
            "speaker of a right source": 100 * self.speakers.recall,
        }


def score_components(articles: Iterable[GoldArticle]) -> dict[str, float]:
    """Attribute articles, the whole of each text taken as body, and give the measures by name, in percent."""
    components = Components()
    for gold in articles:
        components.add(gold, attribute(Article(id="scored", key="scored", files=(), headline="", text=gold.text)))
    return components.table()


def _going_on(statement: Statement, found: Iterable[Statement]) -> list[Statement]:
    """Give the quotations that go on with a statement: they have its source, and no cue."""
    return [
        one
        for one in found
        if one.cue is None and one.source is not None and statement.source and one.source.span == statement.source.span
    ]


def _judge(tally: Tally, is_right: bool) -> None:
    tally.wanted += 1
    tally.right += is_right


def _pairs(wanted: Iterable[Span], found: Iterable[Span]) -> list[tuple[Span, Span]]:
    """Pair spans that share a letter, one to one, from left to right."""
    free = sorted(found, key=lambda span: (span.start, span.end))
    pairs = []
    for one in sorted(wanted, key=lambda span: (span.start, span.end)):
        other = next((other for other in free if _meet(one, other)), None)
        if other is not None:
            free.remove(other)
            pairs.append((one, other))
    return pairs


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _places(words: list[int], content: Iterable[Span]) -> set[int]:
    """Give the numbers of the words that begin in some spans."""
    return {place for span in content for place in range(bisect_left(words, span.start), bisect_left(words, span.end))}
