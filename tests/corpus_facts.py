"""What the sample archive says, as read by people: corpus/facts/*.toml, typed.

The facts are the truth that tests and evaluations measure against; corpus/README.md tells how they are kept.
"""

from __future__ import annotations

import gzip
import tomllib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Literal

from pypdf import PdfReader

CORPUS = Path(__file__).resolve().parent.parent / "corpus"

Kind = Literal["direct", "mixed", "indirect"]
Precision = Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True)
class StatementFacts:
    """One thing somebody says in a story; ``speaker`` is None when the story does not name them."""

    speaker: str | None
    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class StoryFacts:
    """What a careful reader finds in one story; None where the file does not say.

    ``part`` is the story's own id in a file that holds several.
    """

    file: str
    part: str | None
    headline: str | None
    outlet: str | None
    bylines: tuple[str, ...]
    published: str | None
    dated_by: str | None
    place: str | None
    mentions: tuple[str, ...]
    statements: tuple[StatementFacts, ...]

    @property
    def path(self) -> Path:
        """The story's file."""
        return CORPUS / self.file

    @property
    def name(self) -> str:
        """The story's file, and its id in it if it is one of several."""
        return f"{self.file}#{self.part}" if self.part else self.file

    @property
    def precision(self) -> Precision | None:
        """How exact ``published`` is: "2024-06" is a month."""
        lengths: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
        return lengths[len(self.published)] if self.published else None


@cache
def all_facts() -> tuple[StoryFacts, ...]:
    """Every story's facts, in the order of the facts files."""
    return tuple(story for path in sorted((CORPUS / "facts").glob("*.toml")) for story in _stories(path))


def facts_of(file: str) -> StoryFacts:
    """The facts of one story, named by its path within corpus/ (and ``#`` and its id, if it is one of several)."""
    return next(story for story in all_facts() if story.name == file)


def story_files() -> tuple[str, ...]:
    """The path within corpus/ of every file that holds stories, sorted."""
    papers = {"README.md", "outlets.toml", "overrides.toml", "removed.toml", "speakers.toml"}
    found = (path for path in CORPUS.rglob("*") if path.is_file() and path.name not in papers)
    found = (path for path in found if path.parent.name != "facts")
    return tuple(sorted(path.relative_to(CORPUS).as_posix() for path in found))


def story_text(file: str) -> str:
    """A file's words with a page's markup taken off and each run of white space made one space."""
    raw = _unpacked(CORPUS / file)
    return normalised(_visible(raw) if file.endswith((".html", ".warc.gz")) else raw)


def normalised(text: str) -> str:
    """The text with each run of white space made one space."""
    return " ".join(text.split())


def _stories(path: Path) -> Iterator[StoryFacts]:
    with path.open("rb") as file:
        articles = tomllib.load(file)["article"]
    return (_story(article) for article in articles)


def _story(article: dict[str, Any]) -> StoryFacts:
    return StoryFacts(
        file=article["file"],
        part=article.get("part"),
        headline=article.get("headline"),
        outlet=article.get("outlet"),
        bylines=tuple(article["bylines"]),
        published=article.get("published"),
        dated_by=article.get("dated_by"),
        place=article.get("place"),
        mentions=tuple(article.get("mentions", ())),
        statements=tuple(_statement(statement) for statement in article.get("statement", ())),
    )


def _statement(statement: dict[str, Any]) -> StatementFacts:
    return StatementFacts(statement["speaker"] or None, statement["kind"], statement["text"])


def _unpacked(path: Path) -> str:
    """What a file holds, with no other knowledge of its format than how it is packed."""
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            return "\n".join(archive.read(name).decode("utf-8") for name in archive.namelist())
    if path.suffix == ".pdf":
        return "\n".join(page.extract_text() for page in PdfReader(path).pages)
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")


def _visible(page: str) -> str:
    parser = _VisibleText()
    parser.feed(page)
    parser.close()
    return "".join(parser.pieces)


class _VisibleText(HTMLParser):
    """The words of a page: no scripts, no styles; a space where a tag ends a line."""

    _unseen = frozenset({"script", "style"})
    _inline = frozenset(
        {"a", "abbr", "b", "cite", "em", "i", "mark", "q", "small", "span", "strong", "sub", "sup", "u"}
    )

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._skipping = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._skipping += tag in self._unseen
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._skipping -= tag in self._unseen
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self.pieces.append(data)

    def _break(self, tag: str) -> None:
        if tag not in self._inline:
            self.pieces.append("\n")
