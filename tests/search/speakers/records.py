"""Records of articles, made for tests as shortly as can be: who speaks, in which role, where and when."""

from __future__ import annotations

from collections.abc import Sequence

from search.documents import Speaker, SpeakerType
from search.identity import Directory, Identified, identify
from search.ids import slug
from search.speakers.records import Heard, Record
from search.speakers.table import NO_TABLE, SpeakerTable


def heard(name: str, role: str | None = None, type: SpeakerType = "person", statements: int = 1) -> Heard:
    """Give a speaker as an article names them."""
    return Heard(Speaker(slug(name), name, role, type), statements)


def body(name: str) -> Heard:
    """Give an organisation as an article names it."""
    return heard(name, type="organisation")


def record(
    id: str,
    *speakers: Heard,
    home: str = "ledger",
    day: str | None = "2020-06-01",
    place: str = "",
    spelt: tuple[tuple[str, str], ...] = (),
    path: str = "",
) -> Record:
    """Give an article's record."""
    return Record(id, day, home, place, speakers, spelt, path)


def told(records: Sequence[Record], table: SpeakerTable = NO_TABLE) -> dict[str, list[str]]:
    """Give who is who: each article's speakers' ids, in their order."""
    return {id: [who.id for who in found] for id, found in identified(records, table)[1].items()}


def identified(
    records: Sequence[Record], table: SpeakerTable = NO_TABLE
) -> tuple[Directory, dict[str, tuple[Identified, ...]]]:
    """Give the directory, and by article who its speakers are and why."""
    found: dict[str, tuple[Identified, ...]] = {}

    def note(record: Record, who: Sequence[Identified]) -> None:
        found[record.article_id] = tuple(who)

    return identify(lambda: records, table, note), found
