"""What a reader finds in a file: the article's parts, and every date it saw with the words it stood in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from search.documents import Dateline

DateRole = Literal["published", "updated", "bound"]


class Unreadable(Exception):
    """A file that holds no article that can be read; ``reason`` is fit for the build report."""

    def __init__(self, reason: str) -> None:
        """Hold the ``reason``, a short clause such as "an image (PNG)"."""
        super().__init__(reason)
        self.reason = reason


def reason_of(error: Exception) -> str:
    """Give the reason for which a file, or a part of it, could not be read."""
    if isinstance(error, Unreadable):
        return error.reason
    if isinstance(error, MemoryError):
        return "needs more memory than a file may take"
    if isinstance(error, RecursionError):
        return "nested too deeply"
    return f"{type(error).__name__} while reading: {' '.join(str(error).split())[:200]}"


class Unreachable(Unreadable):
    """A file whose bytes cannot be had just now, whatever is in them: no permission, a broken disk, a stale mount."""


@dataclass(frozen=True, slots=True)
class SeenDate:
    """A date as written: its words, the evidence it is, and what it dates.

    ``role`` is "updated" for a date of change and "bound" for one before which the article must have
    been published (a database's load date). Neither ever becomes the date of publication.
    """

    text: str
    evidence: str
    role: DateRole = "published"


@dataclass(frozen=True, slots=True)
class DroppedLine:
    """A line that was left out of the text, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of a file that was not read as an article, and why; ``part`` says where, as far as that is known.

    What is ``expected`` to be left out (the images of a web archive, drafts) is counted by its reason, not named.
    """

    part: str | None
    reason: str
    expected: bool = False


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """One article as read, before it is dated: ``text`` has the dateline but no headline, byline or label.

    ``part`` tells it from the other articles of its file: its native id, or a hash of its text, never a number in
    order; None where the file is the article. ``inner_path`` is the path of its member in a container; ``is_excerpt``
    says that its file holds no more than its beginning. ``text_from`` says on whose word its text is what it is, where
    that was to be decided.
    """

    headline: str
    text: str
    headline_derived: bool = False
    part: str | None = None
    bylines: tuple[str, ...] = ()
    outlet: str | None = None
    section: str | None = None
    language: str | None = None
    dateline: Dateline | None = None
    url: str | None = None
    dates: tuple[SeenDate, ...] = ()
    dropped: tuple[DroppedLine, ...] = ()
    inner_path: str | None = None
    is_excerpt: bool = False
    text_from: str = ""
