"""Read annotated stories: plain texts in which sources, cues and contents are marked.

A story has three header lines (``style``, ``outlet``, ``headline``), a blank line and its text with marks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from indexer.attribution.text.words import word_set
from indexer.attribution.training.gold import GoldArticle, GoldStatement
from indexer.attribution.training.story_marks import AnnotationError, Marked, read_marks
from search.documents import Span

STYLES = ("tv", "weekly", "daily", "release")

_HEADER = ("style", "outlet", "headline")
_LONGEST_CUE = 80
_DIRECT, _MIXED = 0.9, 0.08  # share of letters within quotation marks
_PRONOUNS = word_set("he she it they we i you him her them us who whom one both")
_WORD = re.compile(r"[^\W_](?:[\w.&’'-]*[^\W_])?")
_QUOTED = re.compile(r"[“„«][^”»\n]*(?:[”»]|$)|\"[^\"\n]*(?:\"|$)", re.MULTILINE)


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
    marked = read_marks(written, text_at, file)
    numbers = sorted(marked.statements)
    statements = tuple(_statement(number, marked.statements, marked.text, file) for number in numbers)
    return AnnotatedStory(name, *header, marked.text, statements)


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


def _statement(number: int, marked: Mapping[int, Marked], text: str, file: str) -> AnnotatedStatement:
    own = marked[number]
    problem = _problem(number, own, text)
    if problem:
        raise AnnotationError(f"{file}:{own.line}: {problem}")
    kind = "direct" if own.is_verbatim else _kind(text, own.content)
    how = _how(text, own.source, own.name)
    return AnnotatedStatement(number, own.content, own.source, own.cue, own.name, kind, how, _is_nested(number, marked))


def _problem(number: int, own: Marked, text: str) -> str | None:
    """Tell what is wrong with a statement as marked, if anything is."""
    if not own.content:
        return f"statement {number} has no content"
    if own.source is None and own.cue is None:
        return f"statement {number} has neither source nor cue"
    for other, what in ((own.source, "source"), (own.cue, "cue")):
        if other and any(_lies_within(other, span) for span in own.content):
            return f"the {what} of statement {number} lies in its own content"
    if own.cue and own.cue.end - own.cue.start >= _LONGEST_CUE:
        return f"the cue of statement {number} is too long"
    if own.name and (missing := [word for word in own.name.split() if not _has_word(text, word)]):
        return f"the name {own.name!r} of statement {number} is not in the text: {missing[0]}"
    return None


def _is_nested(number: int, marked: Mapping[int, Marked]) -> bool:
    return any(
        outer != inner and _lies_within(inner, outer)
        for other, one in marked.items()
        for outer in one.content
        for inner in marked[number].content
        if other != number
    )


def _lies_within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


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
