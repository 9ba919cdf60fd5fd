"""The marks in an annotated story's text: which words are whose source, cue and content.

``{1s=Ann Bell:the mayor}`` marks the source of statement 1 and tells the speaker's name (``-`` if nobody is named),
``{1c:said}`` marks its cue, ``{1:no}`` a piece of its content, and ``{1v:no}`` one that is verbatim though it stands
without quotation marks. Several numbers may share a mark, and marks may nest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from search.documents import Span

_OPENING = re.compile(r"\{(\d+(?:,\d+)*)(?:([cv]?)|s=([^{}:\n]*)):")


class AnnotationError(ValueError):
    """A story's marks are not in order; the message names file, line and what is wrong."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What is marked of one statement, in offsets into the text without marks, and the line of its first mark.

    ``is_verbatim``: a piece of its content is marked so.
    """

    line: int
    content: tuple[Span, ...] = ()
    source: Span | None = None
    cue: Span | None = None
    name: str | None = None
    is_verbatim: bool = False


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text without its marks, and what they mark, by the numbers of statements."""

    text: str
    statements: dict[int, Marked]


def read_marks(written: str, at: int, file: str) -> MarkedText:
    """Take the marks out of a written story from ``at`` on, where its text begins; errors name the ``file``."""
    return _Reader(written, at, file).read()


@dataclass(frozen=True, slots=True)
class _Open:
    """A mark that is being read: whose it is, what it marks, and where its text begins."""

    numbers: tuple[int, ...]
    what: str  # "", "v", "c" or "s"
    name: str | None
    start: int
    line: int


@dataclass(slots=True)
class _Reader:
    """The marks of one story while they are read."""

    written: str
    at: int
    file: str
    clean: list[str] = field(default_factory=list)  # characters
    open: list[_Open] = field(default_factory=list)
    statements: dict[int, Marked] = field(default_factory=dict)

    def read(self) -> MarkedText:
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
            self.at += 1
        if self.open:
            raise self._error("a mark is not closed", self.open[-1].line)
        return MarkedText("".join(self.clean), self.statements)

    def _opens(self) -> None:
        found = _OPENING.match(self.written, self.at)
        if found is None:
            shown = self.written[self.at : self.at + 25].split("\n")[0]
            raise self._error(f"this is no mark: {shown}")
        numbers = tuple(int(number) for number in found[1].split(","))
        what = "s" if found[2] is None else found[2]
        name = (found[3] or "").strip()
        if what == "s" and not name:
            raise self._error("a source has no name; write - where nobody is named")
        self.open.append(_Open(numbers, what, None if name == "-" else name, len(self.clean), self._line()))
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
        span = Span(mark.start, len(self.clean))
        for number in mark.numbers:
            self.statements[number] = self._with(number, mark, span)

    def _with(self, number: int, mark: _Open, span: Span) -> Marked:
        """Give what is marked of a statement together with one more mark."""
        so_far = self.statements.get(number) or Marked(mark.line)
        if mark.what == "s":
            if so_far.source is not None:
                raise self._error(f"statement {number} has two sources")
            return replace(so_far, source=span, name=mark.name)
        if mark.what == "c":
            if so_far.cue is not None:
                raise self._error(f"statement {number} has two cues")
            return replace(so_far, cue=span)
        if any(piece.start < span.end and span.start < piece.end for piece in so_far.content):
            raise self._error(f"two pieces of statement {number} overlap")
        is_verbatim = so_far.is_verbatim or mark.what == "v"
        return replace(so_far, content=(*so_far.content, span), is_verbatim=is_verbatim)

    def _line(self) -> int:
        return self.written.count("\n", 0, self.at) + 1

    def _error(self, problem: str, line: int = 0) -> AnnotationError:
        return AnnotationError(f"{self.file}:{line or self._line()}: {problem}")
