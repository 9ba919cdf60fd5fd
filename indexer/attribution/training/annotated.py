"""Read annotated stories: plain texts in which sources, cues and contents are marked.

A story has three header lines (``style``, ``outlet``, ``headline``), a blank line and its text. The marks are
``{1s=Ann Bell:the mayor}`` for the source of statement 1 and the speaker's name (``-`` if nobody is named),
``{1c:said}`` for its cue, ``{1:no}`` for a piece of its content, and ``{1v:no}`` for one that is verbatim though it
stands without quotation marks. Several numbers may share a mark, and marks may nest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from indexer.attribution.text.words import word_set
from indexer.attribution.training.gold import GoldArticle, GoldStatement
from search.documents import Span

STYLES = ("tv", "weekly", "daily", "release")

_HEADER = ("style", "outlet", "headline")
_OPENING = re.compile(r"\{(\d+(?:,\d+)*)(?:([cv]?)|s=([^{}:\n]*)):")
_LONGEST_CUE = 80
_DIRECT, _MIXED = 0.9, 0.08  # share of letters within quotation marks
_PRONOUNS = word_set("he she it they we i you him her them us who whom one both")
_WORD = re.compile(r"[^\W_](?:[\w.&’'-]*[^\W_])?")
_QUOTED = re.compile(r"[“„«][^”»\n]*(?:[”»]|$)|\"[^\"\n]*(?:\"|$)", re.MULTILINE)


class AnnotationError(ValueError):
    """A story's marks are not in order; the message names file, line and what is wrong."""


@dataclass(frozen=True, slots=True)
class AnnotatedStatement:
    """A statement as marked.

    ``kind``: direct, mixed or indirect. ``speaker_how``: how the source tells who speaks (named, pronoun, nominal or
    none). ``is_nested``: it is made within the content of another statement.
    """

    number: int
    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    speaker: str | None
    kind: str
    speaker_how: str
    is_nested: bool


@dataclass(frozen=True, slots=True)
class AnnotatedStory:
    """A story without its marks, and the statements that they mark, in the order of their numbers."""

    name: str
    style: str
    outlet: str
    headline: str
    text: str
    statements: tuple[AnnotatedStatement, ...]

    def words(self, span: Span | None) -> str | None:
        """Give the words of a span of the text."""
        return self.text[span.start : span.end] if span else None

    def outermost(self) -> list[AnnotatedStatement]:
        """Give the statements that are not made within another, as annotated articles of others have them."""
        return [statement for statement in self.statements if not statement.is_nested]

    def gold(self) -> GoldArticle:
        """Give the story as an article to learn from."""
        statements = (GoldStatement(s.content, s.source, s.cue, s.speaker) for s in self.outermost())
        return GoldArticle(self.text, tuple(statements), ())

    def unmarked_quotations(self) -> list[Span]:
        """Give the words within quotation marks that belong to no statement, such as scare quotes and titles."""
        pieces = [span for statement in self.statements for span in statement.content]
        return [
            Span(*found.span())
            for found in _QUOTED.finditer(self.text)
            if not any(span.start < found.end() and found.start() < span.end for span in pieces)
        ]


def read_stories(folder: Path) -> list[AnnotatedStory]:
    """Read every annotated story of a folder, in the order of their names."""
    return [read_story(path) for path in sorted(folder.glob("*.txt"))]


def read_story(path: Path) -> AnnotatedStory:
    """Read one annotated story."""
    return parse_story(path.read_text(encoding="utf-8"), path.stem, str(path))


def parse_story(written: str, name: str, file: str = "story") -> AnnotatedStory:
    """Take a written story apart into its text and its statements."""
    header, text_at = _header(written, file)
    marks = _Marks(written, text_at, file)
    marks.read()
    text = "".join(marks.clean)
    statements = tuple(marks.statement(number, text) for number in sorted(marks.lines))
    return AnnotatedStory(name, *header, text, statements)


def _header(written: str, file: str) -> tuple[tuple[str, str, str], int]:
    lines = written.split("\n", 4)
    values = []
    for number, name in enumerate(_HEADER):
        label, _, value = (lines[number] if number < len(lines) else "").partition(":")
        if label != name or not value.strip():
            raise AnnotationError(f"{file}:{number + 1}: “{name}: …” is missing")
        values.append(value.strip())
    if values[0] not in STYLES:
        raise AnnotationError(f"{file}:1: the style is not one of {', '.join(STYLES)}")
    if len(lines) < 5 or lines[3].strip() or not lines[4].strip():
        raise AnnotationError(f"{file}:4: a blank line and the text must follow the header")
    return (values[0], values[1], values[2]), sum(len(line) + 1 for line in lines[:4])


@dataclass(slots=True)
class _Open:
    """A mark that is being read: whose it is, what it marks, and where its text begins."""

    numbers: tuple[int, ...]
    what: str  # "", "v", "c" or "s"
    name: str
    start: int
    line: int


@dataclass(slots=True)
class _Marks:
    """The marks of one story while they are read."""

    written: str
    at: int
    file: str
    clean: list[str] = field(default_factory=list)
    length: int = 0
    open: list[_Open] = field(default_factory=list)
    content: dict[int, list[Span]] = field(default_factory=dict)
    verbatim: set[int] = field(default_factory=set)
    cues: dict[int, Span] = field(default_factory=dict)
    sources: dict[int, Span] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    lines: dict[int, int] = field(default_factory=dict)

    def read(self) -> None:
        """Read to the end, collecting spans by statement number."""
        end = len(self.written.rstrip())
        while self.at < end:
            char = self.written[self.at]
            if char == "{":
                self._opens()
                continue
            if char == "}":
                self._closes()
            elif char == "\n" and self.open:
                raise self._error("a mark is not closed in its paragraph", self.open[-1].line)
            else:
                self.clean.append(char)
                self.length += 1
            self.at += 1
        if self.open:
            raise self._error("a mark is not closed", self.open[-1].line)

    def statement(self, number: int, text: str) -> AnnotatedStatement:
        """Give one statement, once all is read."""
        line = self.lines[number]
        source, cue, name = self.sources.get(number), self.cues.get(number), self.names.get(number)
        if number not in self.content:
            raise self._error(f"statement {number} has no content", line)
        if source is None and cue is None:
            raise self._error(f"statement {number} has neither source nor cue", line)
        content = tuple(sorted(self.content[number], key=lambda span: span.start))
        for other, what in ((source, "source"), (cue, "cue")):
            if other and any(span.start <= other.start and other.end <= span.end for span in content):
                raise self._error(f"the {what} of statement {number} lies in its own content", line)
        if cue and cue.end - cue.start >= _LONGEST_CUE:
            raise self._error(f"the cue of statement {number} is too long", line)
        if name and (missing := [word for word in name.split() if not _has_word(text, word)]):
            raise self._error(f"the name {name!r} of statement {number} is not in the text: {missing[0]}", line)
        kind = "direct" if number in self.verbatim else _kind(text, content)
        how, is_nested = _how(text, source, name), self._is_nested(number, content)
        return AnnotatedStatement(number, content, source, cue, name, kind, how, is_nested)

    def _is_nested(self, number: int, content: tuple[Span, ...]) -> bool:
        return any(
            outer != inner and outer.start <= inner.start and inner.end <= outer.end
            for other, pieces in self.content.items()
            for outer in pieces
            for inner in content
            if other != number
        )

    def _opens(self) -> None:
        found = _OPENING.match(self.written, self.at)
        if found is None:
            shown = self.written[self.at : self.at + 25].split("\n")[0]
            raise self._error(f"this is no mark: {shown}")
        numbers = tuple(int(number) for number in found[1].split(","))
        what = "s" if found[2] is None else found[2]
        if what == "s" and not found[3].strip():
            raise self._error("a source has no name; write - where nobody is named")
        name = (found[3] or "").strip()
        self.open.append(_Open(numbers, what, "" if name == "-" else name, self.length, self._line()))
        self.at = found.end()

    def _closes(self) -> None:
        if not self.open:
            raise self._error("a mark is closed that was never opened")
        mark = self.open.pop()
        words = "".join(self.clean[mark.start :])
        if not words or words != words.strip():
            raise self._error(f"a mark is empty or has a blank at its edge: {words!r}")
        if mark.what == "s" and words.endswith(","):
            raise self._error(f"a source ends in a comma: {words}")
        span = Span(mark.start, self.length)
        for number in mark.numbers:
            self._keep(number, mark, span)

    def _keep(self, number: int, mark: _Open, span: Span) -> None:
        self.lines.setdefault(number, mark.line)
        if mark.what in ("", "v"):
            pieces = self.content.setdefault(number, [])
            if any(piece.start < span.end and span.start < piece.end for piece in pieces):
                raise self._error(f"two pieces of statement {number} overlap")
            pieces.append(span)
            if mark.what:
                self.verbatim.add(number)
            return
        kept = self.cues if mark.what == "c" else self.sources
        if number in kept:
            raise self._error(f"statement {number} has two {'cues' if mark.what == 'c' else 'sources'}")
        kept[number] = span
        if mark.name:
            self.names[number] = mark.name

    def _line(self) -> int:
        return self.written.count("\n", 0, self.at) + 1

    def _error(self, problem: str, line: int = 0) -> AnnotationError:
        return AnnotationError(f"{self.file}:{line or self._line()}: {problem}")


def _kind(text: str, content: Sequence[Span]) -> str:
    quoted = [found.span() for found in _QUOTED.finditer(text)]
    letters = [place for span in content for place in range(span.start, span.end) if text[place].isalnum()]
    within = sum(any(start < place < end for start, end in quoted) for place in letters)
    share = within / max(1, len(letters))
    return "direct" if share >= _DIRECT else "mixed" if share >= _MIXED else "indirect"


def _has_word(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def _how(text: str, source: Span | None, name: str | None) -> str:
    if source is None:
        return "none"
    words = [found.group() for found in _WORD.finditer(text, source.start, source.end)]
    if len(words) == 1 and words[0].lower() in _PRONOUNS:
        return "pronoun"
    own = {word.casefold() for word in _WORD.findall(name or "") if word[0].isupper()}
    initials = "".join(word[0] for word in (name or "").split() if word[0].isupper() or word == "&")
    is_named = any(word[0].isupper() and word.casefold() in own for word in words)  # as “McADOO”
    return "named" if is_named or (len(initials) > 1 and initials in words) else "nominal"
