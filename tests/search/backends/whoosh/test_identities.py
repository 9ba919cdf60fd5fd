"""Who speaks, after an update: exactly what comes out if everything is looked at anew."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.backends.whoosh import changes, identities
from search.backends.whoosh.columns import Columns
from search.backends.whoosh.columns_builder import ColumnsBuilder
from search.backends.whoosh.directory import DIRECTORY
from search.backends.whoosh.facts import ArticleFacts, SpeakerFacts
from search.backends.whoosh.identities import Before, Members, Written, write_directory
from search.backends.whoosh.layout import COLUMNS, SHARED, columns_of
from search.backends.whoosh.packed import Packed
from search.backends.whoosh.packing import Packing
from search.documents import Speaker
from search.speakers.records import Record
from search.speakers.table import NO_TABLE, SpeakerRule, SpeakerTable
from tests.search.speakers.records import heard, record

TABLE = SpeakerTable.of(
    [
        SpeakerRule("robert-smith", "line 1", name="Bob", also=("bob-smith", "senate.gazette", "jane-smith.mayor")),
        SpeakerRule("jane-jones.mayor", "line 2", outlets=("gazette",), since="2020-01-01"),
        SpeakerRule("nobody-here", "line 3", name="Nobody"),
    ]
)
PERSONS = (
    *("John Smith", "Bob Smith", "Robert Smith", "Smith", "John Smith Jr.", "John Smith Sr.", "John T. Smith"),
    *("Mary Ann-Smith", "Mary Ann Smith", "Jane Jones", "Jones", "Ann Jones", "J. Jones", "Jane Doe"),
    *("Jane Jones-Smith", "Jane Jones Smith", "Jane Smith", "Jones-Smith", "JT Jones", "J. T. Jones", "Jane T. Jones"),
    *("Immigration and Customs Enforcement", "ICE", "The Senate", "Police Department"),
)
BODIES = (
    *("ICE", "I.C.E.", "Immigration and Customs Enforcement", "Customs Enforcement", "Enforcement", "John Smith"),
    *("Senate", "The Senate", "Police Department", "PD", "Perth Police Department", "Jane Jones"),
    *("Perth Sheriff", "Perth Sheriff’s Office", "U.S. Immigration and Customs Enforcement"),
)
ROLES = (
    None,
    "Mayor",
    "Mayor of Perth",
    "Harrow Mayor",
    "Senator",
    "U.S. Senator",
    "Chief",
    "officer",
    "Judge",
    "former Mayor",
)
SPELT = (("ICE", "Immigration and Customs Enforcement"), ("ICE", "Inter City Express"), ("PD", "Perth Department"))
HOMES = ("", "ledger", "gazette", "kxan", "courier")
PLACES = ("", "", "", "Perth", "Harrow")
DAYS = (None, "2017-02-10", "2017-06-10", "2020-01-01", "2022-03-01")

speakers = st.one_of(
    st.builds(heard, st.sampled_from(PERSONS), st.sampled_from(ROLES), statements=st.integers(0, 2)),
    st.builds(heard, st.sampled_from(BODIES), st.none(), st.sampled_from(("organisation", "group"))),
)
articles = st.builds(
    lambda home, day, place, spelt, speakers: record(
        "", *{one.speaker.id: one for one in speakers}.values(), home=home, day=day, place=place, spelt=tuple(spelt)
    ),
    st.sampled_from(HOMES),
    st.sampled_from(DAYS),
    st.sampled_from(PLACES),
    st.lists(st.sampled_from(SPELT), unique=True, max_size=2),
    st.lists(speakers, max_size=4),
)


@dataclass(frozen=True, slots=True)
class Update:
    """Articles by number: new or changed ones, and those that are gone; and how many segments are merged."""

    added: Mapping[int, Record]
    removed: frozenset[int]
    merged: int


numbers = st.integers(0, 25)
updates = st.builds(
    Update, st.dictionaries(numbers, articles, min_size=1, max_size=12), st.frozensets(numbers, max_size=4), numbers
)


@dataclass(slots=True)
class Archive:
    """Segments of records in a folder, and the generations of their speakers."""

    folder: Path
    segments: dict[str, tuple[Columns, list[Record], set[int]]] = field(default_factory=dict)
    count: Iterator[int] = field(default_factory=itertools.count)

    def apply(self, update: Update) -> None:
        """Take articles out, put articles in, and move those of some segments to the new one."""
        ids = {str(number) for number in [*update.added, *update.removed]}
        for _, records, dead in self.segments.values():
            dead.update(at for at, one in enumerate(records) if one.article_id in ids)
        moved: list[Record] = []
        for name in list(self.segments)[:: update.merged + 1] if update.merged < 5 else ():
            _, records, dead = self.segments.pop(name)
            moved += [one for at, one in enumerate(records) if at not in dead]
        new = [with_id(one, str(number)) for number, one in update.added.items()]
        name = f"s{next(self.count)}"
        self.segments[name] = write_columns(self.folder / name, name, new + moved), new + moved, set()

    def members(self) -> Members:
        return [(name, columns, alive(columns, dead)) for name, (columns, _, dead) in sorted(self.segments.items())]

    def dead(self) -> dict[str, tuple[int, ...]]:
        return {name: tuple(sorted(dead)) for name, (_, _, dead) in sorted(self.segments.items())}


def with_id(one: Record, id: str) -> Record:
    return Record(id, one.day, one.home, one.place, one.speakers, one.expansions)


def alive(columns: Columns, dead: set[int]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    live = np.ones(columns.articles, np.bool_)
    live[list(dead)] = False
    return live


def write_columns(generation: Path, segment: str, records: Sequence[Record]) -> Columns:
    path = columns_of(generation, segment)
    path.parent.mkdir(parents=True)
    builder = ColumnsBuilder(path.parent)
    for one in records:
        builder.add(facts_of(one))
    packing = Packing(path)
    builder.write(packing)
    packing.close()
    return Columns(Packed.open(path))


def facts_of(one: Record) -> ArticleFacts:
    day = datetime.date.fromisoformat(one.day).toordinal() if one.day else 0
    told = tuple(
        SpeakerFacts(known.speaker.id, known.speaker.name, known.speaker.role, known.speaker.type, known.statements)
        for known in one.speakers
    )
    nothing = (0, 0, 0)
    names = "", "", "", one.place, one.home, one.expansions
    return ArticleFacts(one.article_id, 0, 0, 0, day, *names, nothing, nothing, 0, "", (), told, ())


def written(folder: Path) -> dict[str, bytes]:
    packed = Packed.open(folder / SHARED)
    return {name: bytes(packed.raw(name)) for name in packed.names()}


def write_speakers(
    generation: Path, members: Members, table: SpeakerTable = NO_TABLE, before: Before | None = None
) -> Written:
    generation.mkdir(parents=True, exist_ok=True)
    packing = Packing(generation / SHARED)
    found = write_directory(packing, members, table, {}, before)
    packing.close()
    return found


@pytest.mark.parametrize("table", [NO_TABLE, TABLE], ids=["no table", "table"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(updates, min_size=2, max_size=5))
def test_an_update_gives_exactly_what_comes_out_anew(
    steps: list[Update], table: SpeakerTable, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(changes, "_MOST", 9.0)  # however small the archive, compare
        archive = Archive(tmp_path_factory.mktemp("archive"))
        before: Before | None = None
        for number, step in enumerate(steps):
            archive.apply(step)
            anew, after = archive.folder / f"anew{number}", archive.folder / f"after{number}"
            for name in archive.segments:  # a generation has its segments' columns: links do here
                (after / COLUMNS).mkdir(parents=True, exist_ok=True)
                columns_of(after, name).symlink_to(columns_of(archive.folder / name, name))
            expected = write_speakers(anew, archive.members(), table)
            assert write_speakers(after, archive.members(), table, before) == expected
            assert written(after) == written(anew)
            before = Before(after, archive.dead(), table.digest)


def after(tmp_path: Path, first: list[Record], second: list[Record]) -> list[str]:
    """Give the ids of the directory once the second articles have come in."""
    one = write_columns(tmp_path / "one", "s1", first)
    two = write_columns(tmp_path / "two", "s2", second)
    members: Members = [("s1", one, alive(one, set()))]
    write_speakers(tmp_path / "one", members)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(changes, "_MOST", 9.0)
        before = Before(tmp_path / "one", {"s1": ()}, "")
        write_speakers(tmp_path / "two", [*members, ("s2", two, alive(two, set()))], before=before)
    rows: list[list[str]] = Packed.open(tmp_path / "two" / SHARED).json(DIRECTORY)
    return [row[0] for row in rows]


def test_a_dateline_that_makes_two_outlets_neighbours_joins_who_speaks_in_both(tmp_path: Path) -> None:
    first = [
        record("a", heard("Jane Jones"), home="ledger", place="Perth"),
        record("b", heard("Jane Jones"), home="kxan"),
    ]
    assert after(tmp_path / "far", first, [record("c", heard("Ann Lee"), home="kxan")]) == [
        *("ann-lee", "jane-jones.kxan", "jane-jones.ledger"),
    ]
    assert after(tmp_path / "near", first, [record("c", heard("Ann Lee"), home="kxan", place="Perth")]) == [
        *("ann-lee", "jane-jones"),
    ]


def test_a_full_name_that_comes_later_takes_the_last_names_of_old_articles(tmp_path: Path) -> None:
    first = [record("a", heard("Jones", "Mayor")), record("b", heard("ICE", type="organisation"))]
    spelt = (("ICE", "Immigration and Customs Enforcement"),)
    assert after(tmp_path, first, [record("c", heard("Jane Jones", "Mayor"), spelt=spelt)]) == [
        *("immigration-and-customs-enforcement", "jane-jones"),
    ]


def test_who_has_nothing_to_do_with_a_change_is_not_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    learn = identities.Archive.learn_speaker

    def learning(archive: identities.Archive, speaker: Speaker, *rest: Any) -> None:
        asked.append(speaker.name)
        learn(archive, speaker, *rest)

    first = [record(str(number), heard(f"Jane {name}")) for number, name in enumerate(("Jones", "Lee", "Ruiz"))]
    everybody = [f"Jane {name}" for name in ("Jones", "Lee", "Ruiz")]
    monkeypatch.setattr(identities.Archive, "learn_speaker", learning)
    after(tmp_path, first, [record("new", heard("Ann Lee"))])
    assert asked[:3] == everybody
    assert set(asked[3:]) == {"Ann Lee", "Jane Lee"}
