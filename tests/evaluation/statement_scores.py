"""How well statements are found in annotated stories: quotations, reports, and the speakers of both.

A quotation is a quoted stretch of at least three words within one paragraph, without its marks; it is found where a
stretch of the system shares 80 % of the letters of both together. A stretch that lies for the most part within the
quoted words of a mixed statement, or within a quotation of less than three words, counts neither way. A pair is a
quotation with its right, named speaker; those whose speaker nobody names are left out. Reports are indirect and mixed
statements: their words are counted without those of quotations, and a report is found where half of the words of both
together are the same.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from indexer.attribution import attribute
from indexer.attribution.text.words import word_set
from indexer.attribution.training.annotated import AnnotatedStory
from indexer.attribution.training.gold import same_person
from search.documents import Article, Span
from tests.evaluation.tally import Tally

_SAME_QUOTATION = 0.8
_SAME_REPORT = 0.5
_FEWEST_WORDS = 3
_EDGE = " \t\u00a0\"“”„«»'‘’`,.;:?!—–-…"
_QUOTED = re.compile(r"[“„«][^”»\"\n]*(?:[”»\"]|$)|\"[^”»\"\n]*(?:[”»\"]|$)", re.MULTILINE)
_BETWEEN_QUOTATIONS = re.compile(r"[”\"]\s+[“\"]")
_JOINS = re.compile(r"[^\w“”\"\n]*")
_SMALL_WORDS = word_set("the of and for in on a")
_SAYING = word_set(
    "according accuse acknowledge add admit allege announce answer argue ask assert boast call caution charge claim "
    "comment complain concede conclude confirm contend continue counter criticize declare denounce deny describe "
    "disclose emphasize estimate explain express imply indicate inform insist joke lament maintain mention note "
    "observe pledge point post praise predict proclaim promise propose question quip quote read recall recommend "
    "refer reiterate remark repeat reply report respond reveal said say slam speak spoke spoken state statement "
    "stress suggest talk tell testify told tweet urge vow warn write written wrote"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A statement, as annotated or as found."""

    content: tuple[Span, ...]
    kind: str
    source: Span | None
    cue: str
    speaker: str | None
    how: str = ""


@dataclass(frozen=True, slots=True)
class _Quotation:
    span: Span
    said: Said


class Scores:
    """The tallies of some stories."""

    def __init__(self) -> None:
        self.quotations, self.pairs, self.named_pairs = Tally(), Tally(), Tally()
        self.speakers = {"named": Tally(), "pronoun": Tally(), "nominal": Tally()}
        self.words, self.reports, self.report_speakers = Tally(), Tally(), Tally()
        self.spoken = Tally()  # reports with a verb of saying; those found are all reports

    def add(self, text: str, wanted: Sequence[Said], found: Sequence[Said]) -> None:
        """Count one story."""
        self._add_quotations(text, wanted, found)
        self._add_reports(text, wanted, found)

    def table(self) -> dict[str, float]:
        """Give the measures by name, in percent."""
        recall, precision = self.spoken.recall, self.reports.precision
        both = recall + precision
        return {
            "direct F1": 100 * self.quotations.f1,
            "speaker, named": 100 * self.speakers["named"].recall,
            "speaker, he or she": 100 * self.speakers["pronoun"].recall,
            "pair F1": 100 * self.pairs.f1,
            "pair F1, named": 100 * self.named_pairs.f1,
            "indirect token F1": 100 * self.words.f1,
            "statement F1, speech cues": 200 * recall * precision / both if both else 0.0,
            "indirect speaker F1": 100 * self.report_speakers.f1,
        }

    def _add_quotations(self, text: str, wanted: Sequence[Said], found: Sequence[Said]) -> None:
        every = _merged(text, [unit for said in wanted if said.kind == "direct" for unit in _units(text, said)])
        gold = [unit for unit in every if _is_long(text, unit.span)]
        free = [unit.span for unit in every if not _is_long(text, unit.span)]
        free += [unit.span for said in wanted if said.kind == "mixed" for unit in _units(text, said)]
        ours = {unit.span: unit for said in found if said.kind != "indirect" for unit in _units(text, said)}
        system = [unit for unit in _merged(text, list(ours.values())) if _is_long(text, unit.span)]
        pairs = _matched(
            (shared, index, number)
            for index, unit in enumerate(gold)
            for number, other in enumerate(system)
            if (shared := _shared(unit.span, other.span)) >= _SAME_QUOTATION
        )
        self.quotations.wanted += len(gold)
        self.quotations.right += len(pairs)
        named = [unit.said.how for unit in gold if unit.said.speaker]
        self.pairs.wanted += len(named)
        self.named_pairs.wanted += named.count("named")
        partners = {number: gold[index].said for index, number in pairs.items()}
        for number, unit in enumerate(system):
            if number in partners:
                self.quotations.found += 1
                self._add_pair(partners[number], unit.said)
            elif 2 * sum(_common(unit.span, span) for span in free) < unit.span.end - unit.span.start:
                self.quotations.found += 1
                self.pairs.found += unit.said.speaker is not None
                self.named_pairs.found += unit.said.speaker is not None

    def _add_pair(self, wanted: Said, found: Said) -> None:
        if wanted.speaker is None:
            return
        is_right = same_speaker(wanted.speaker, found.speaker)
        for tally in (self.pairs, *([self.named_pairs] if wanted.how == "named" else [])):
            tally.right += is_right
            tally.found += found.speaker is not None
        if wanted.how in self.speakers:
            self.speakers[wanted.how].wanted += 1
            self.speakers[wanted.how].right += is_right

    def _add_reports(self, text: str, wanted: Sequence[Said], found: Sequence[Said]) -> None:
        starts = [word.start() for word in re.finditer(r"\w+", text)]
        quoted = {place for said in wanted if said.kind == "direct" for place in _places(starts, said)}
        gold = [(_places(starts, said), said) for said in wanted if said.kind != "direct"]
        every = [(_places(starts, said), said) for said in found]
        system = [
            (places, said)
            for places, said in every
            if 2 * len(places - quoted) > len(places)
            or (said.kind != "direct" and len(places - quoted) > _FEWEST_WORDS)
        ]
        gold_words = {place for places, _ in gold for place in places} - quoted
        found_words = {place for places, _ in every for place in places} - quoted
        self.words.wanted += len(gold_words)
        self.words.found += len(found_words)
        self.words.right += len(gold_words & found_words)
        pairs = _matched(
            (len(places & others) / len(places | others), index, number)
            for index, (places, _) in enumerate(gold)
            for number, (others, _) in enumerate(system)
            if len(places & others) >= _SAME_REPORT * len(places | others) > 0
        )
        self.reports.wanted += len(gold)
        self.reports.found += len(system)
        self.reports.right += len(pairs)
        for index, (_, said) in enumerate(gold):
            is_right = index in pairs and same_speaker(said.speaker, system[pairs[index]][1].speaker)
            self.report_speakers.wanted += said.speaker is not None
            self.report_speakers.right += said.speaker is not None and is_right
            if is_saying(said.cue):
                self.spoken.wanted += 1
                self.spoken.right += index in pairs
        partners = {number: gold[index][1] for index, number in pairs.items()}
        for number, (_, said) in enumerate(system):
            self.report_speakers.found += said.speaker is not None and (
                number not in partners or partners[number].speaker is not None
            )


def score(stories: Iterable[AnnotatedStory]) -> dict[str, float]:
    """Attribute stories, the whole of each text taken as body, and give the measures by name, in percent."""
    scores = Scores()
    for story in stories:
        scores.add(story.text, annotated(story), found(story.text))
    return scores.table()


def annotated(story: AnnotatedStory) -> list[Said]:
    """Give what the marks of a story say."""
    return [
        Said(item.content, item.kind, item.source, story.words(item.cue) or "", item.speaker, item.speaker_how)
        for item in story.outermost()
    ]


def found(text: str) -> list[Said]:
    """Give what the program finds in a text."""
    return [
        Said(
            item.content,
            item.kind,
            item.source.span if item.source else None,
            item.cue.text if item.cue else "",
            item.speaker.name if item.speaker else None,
        )
        for item in attribute(Article(id="scored", key="scored", files=(), headline="", text=text))
    ]


def same_speaker(name: str | None, other: str | None) -> bool:
    """Tell whether two names can mean one speaker: one person, one organisation, or an organisation's acronym."""
    if not name or not other:
        return False
    if same_person(name, other):
        return True
    first, second = ({word for word in _name_words(each) if word not in _SMALL_WORDS} for each in (name, other))
    return first <= second or second <= first or _is_acronym(name, other) or _is_acronym(other, name)


def is_saying(cue: str) -> bool:
    """Tell whether a cue holds a verb of saying."""
    return any(form in _SAYING for word in re.findall(r"\w+", cue.lower()) for form in _base_forms(word))


def _base_forms(word: str) -> Iterator[str]:
    yield word
    for ending, replacements in (
        ("ying", ("y",)),
        ("ied", ("y",)),
        ("ies", ("y",)),
        ("tting", ("t",)),
        ("tted", ("t",)),
        ("ing", ("", "e")),
        ("ed", ("", "e")),
        ("es", ("", "e")),
        ("s", ("",)),
    ):
        if word.endswith(ending):
            yield from (word.removesuffix(ending) + replacement for replacement in replacements)


def _name_words(name: str) -> list[str]:
    return [word.lower() for word in re.findall(r"[\w&-]+", re.sub(r"['’]s?\b|\.", "", name))]


def _is_acronym(short: str, name: str) -> bool:
    letters = _name_words(short)
    words = [word for word in _name_words(name) if word not in _SMALL_WORDS]
    return len(letters) == 1 and len(words) > 1 and letters[0] == "".join(word[0] for word in words)


def _units(text: str, said: Said) -> Iterator[_Quotation]:
    """Give the quoted stretches of a statement: of a direct one all its words, of a mixed one those within marks."""
    for span in said.content:
        if said.kind == "direct":
            stretches = _stretches(text, span)
        else:
            stretches = (
                Span(max(span.start, found.start()), min(span.end, found.end()))
                for found in _QUOTED.finditer(text)
                if found.start() < span.end and span.start < found.end()
            )
        for stretch in stretches:
            stripped = _stripped(text, stretch)
            if stripped.start < stripped.end:
                yield _Quotation(stripped, said)


def _stretches(text: str, span: Span) -> Iterator[Span]:
    for line in re.finditer(r"[^\n]+", text[span.start : span.end]):
        start = span.start + line.start()
        for between in _BETWEEN_QUOTATIONS.finditer(text, start, span.start + line.end()):
            yield Span(start, between.start())
            start = between.end()
        yield Span(start, span.start + line.end())


def _stripped(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(_EDGE))
    return Span(start, max(start, span.start + len(words.rstrip(_EDGE))))


def _merged(text: str, units: list[_Quotation]) -> list[_Quotation]:
    """Join neighbours of one source with nothing but punctuation between."""
    joined: list[_Quotation] = []
    for unit in sorted(units, key=lambda unit: (unit.span.start, unit.span.end)):
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.said.source == unit.said.source
            and last.span.end <= unit.span.start
            and _JOINS.fullmatch(text, last.span.end, unit.span.start)
        ):
            joined[-1] = _Quotation(Span(last.span.start, unit.span.end), last.said)
        else:
            joined.append(unit)
    return joined


def _is_long(text: str, span: Span) -> bool:
    return len(re.findall(r"\w[\w'’]*", text[span.start : span.end])) >= _FEWEST_WORDS


def _places(starts: list[int], said: Said) -> set[int]:
    return {
        place
        for span in said.content
        for place in range(bisect_left(starts, span.start), bisect_left(starts, span.end))
    }


def _matched(candidates: Iterable[tuple[float, int, int]]) -> dict[int, int]:
    """Pair one to one, the best first."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, index, number in sorted(candidates, key=lambda item: (-item[0], item[1], item[2])):
        if index not in pairs and number not in taken:
            pairs[index] = number
            taken.add(number)
    return pairs


def _common(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _shared(one: Span, other: Span) -> float:
    return _common(one, other) / (max(one.end, other.end) - min(one.start, other.start))
