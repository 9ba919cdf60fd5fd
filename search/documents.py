"""What is indexed and found: articles, the statements made in them, and who made them.

Every offset counts Unicode code points of ``Article.text`` (of ``Article.headline`` for a
statement whose ``field`` is ``"headline"``), so ``text[span.start:span.end]`` is the passage.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal, get_args

from search.days import days_of
from search.ids import slug

Kind = Literal["direct", "mixed", "indirect"]
Attribution = Literal["sure", "possible", "none"]
CueClass = Literal["speech", "belief"]
SpeakerType = Literal["person", "organisation", "group"]
Precision = Literal["year", "month", "day", "minute"]
StatementField = Literal["text", "headline"]

KINDS: tuple[Kind, ...] = get_args(Kind)
ATTRIBUTIONS: tuple[Attribution, ...] = get_args(Attribution)
CUE_CLASSES: tuple[CueClass, ...] = get_args(CueClass)


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters, ``start`` included, ``end`` not."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """The words that name who speaks: "Adler", "the mayor", "she"."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that say that something is said, and whether they report speech or belief."""

    text: str
    span: Span
    cue_class: CueClass


@dataclass(frozen=True, slots=True)
class Speaker:
    """The person or body behind a source.

    ``role`` is the role as printed in the same article ("Mayor"), so it is the role at the time.
    """

    id: str
    name: str
    role: str | None = None
    type: SpeakerType = "person"


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: content, cue and source, and the speaker behind the source.

    Where several say it as one ("Bell and Moss said"), ``speaker`` is None and those who are named are ``together``.
    ``attribution`` is ``"none"`` exactly when there are no ``speakers``. ``confidence`` lies in 0..1.
    ``why`` tells the evidence for the speaker in one line, e.g. "Adler ← Mayor Steve Adler, paragraph 1"; ``link`` how
    the archive knows that this is the speaker of other articles, where the name alone does not say it. Of several
    speakers each has a line of its own.
    """

    id: str
    article_id: str
    kind: Kind
    attribution: Attribution
    content: tuple[Span, ...]
    text: str
    field: StatementField = "text"
    speaker: Speaker | None = None
    source: Source | None = None
    cue: Cue | None = None
    confidence: float = 0.0
    why: str = ""
    link: str = ""
    together: tuple[Speaker, ...] = ()

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """Everyone who is known to say it: mostly one, or nobody."""
        return self.together or ((self.speaker,) if self.speaker else ())

    @property
    def cue_class(self) -> CueClass:
        """The cue's class; a quotation without a cue of its own counts as speech."""
        return self.cue.cue_class if self.cue else "speech"


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place and the agency or call sign that open a story: AUSTIN (KXAN)."""

    place: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """A date that was seen, with what kind of evidence it is and the words it stands in."""

    value: str
    evidence: str
    text: str


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that an article was read from: POSIX path within the corpus, SHA-256 of its bytes."""

    path: str
    digest: str


@dataclass(frozen=True, slots=True)
class Version:
    """Another text printed under the same address: kept, not shown as the article."""

    file: str
    headline: str
    updated: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article as found, dated and attributed.

    ``published`` has as many parts as are known: "2017", "2017-02", "2017-02-10" or an instant with
    its zone; ``published_day`` is the outlet's own calendar day when it is known to the day.
    ``is_excerpt`` says that the file holds no more than the story's beginning, or a summary of it.
    """

    id: str
    key: str
    files: tuple[SourceFile, ...]
    headline: str
    text: str
    headline_derived: bool = False
    part: str | None = None
    url: str | None = None
    outlet: str | None = None
    section: str | None = None
    language: str | None = None
    bylines: tuple[str, ...] = ()
    dateline: Dateline | None = None
    published: str | None = None
    published_day: str | None = None
    precision: Precision | None = None
    dated_by: str | None = None
    date_confidence: float = 0.0
    date_candidates: tuple[DateCandidate, ...] = ()
    updated: str | None = None
    statements: tuple[Statement, ...] = ()
    versions: tuple[Version, ...] = ()
    is_excerpt: bool = False

    @property
    def outlet_id(self) -> str | None:
        """The outlet as it stands in addresses, e.g. "the-ellery-ledger"."""
        return slug(self.outlet) if self.outlet else None

    @property
    def days(self) -> tuple[datetime.date, datetime.date] | None:
        """The first and last day on which the article can have been published; None if undated."""
        return days_of(self.published_day or self.published) if self.published else None


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """A role as printed, with the first and last day it was printed on and how often."""

    role: str
    first: str | None
    last: str | None
    count: int


@dataclass(frozen=True, slots=True)
class SpeakerEntry:
    """A speaker across the archive. ``statements`` counts sure statements with speech cues.

    ``aliases`` are the speaker's other names as they stand in addresses: old links hold.
    """

    id: str
    name: str
    type: SpeakerType
    statements: int
    articles: int
    names: tuple[str, ...] = ()
    roles: tuple[RoleHeld, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def role(self) -> str | None:
        """The role printed last."""
        return max(self.roles, key=lambda held: (held.last or "", held.count, held.role)).role if self.roles else None
