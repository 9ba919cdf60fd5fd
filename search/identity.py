"""Who is who across the archive: the speakers of single articles -> the speakers of all of them.

Worked out from the articles' records alone, whose order does not matter, so that an update gives exactly what a
rebuild gives. The rules are in ``search.speakers``; this module asks them in order: the librarian's table, full names,
bodies and their acronyms, last names. A name that no rule joins to anybody stays with its article, and its id says so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from search.documents import Speaker, SpeakerEntry, Statement
from search.speakers.acronyms import is_acronym
from search.speakers.entries import Roll
from search.speakers.homes import Near, Pair, find_near, shared_persons
from search.speakers.lone_names import LoneNames
from search.speakers.names import FullName, full_name, name_slug
from search.speakers.organisations import BODY, Organisations, acronyms_in
from search.speakers.person import Person
from search.speakers.person_ids import ids_of
from search.speakers.persons import find_persons
from search.speakers.records import Record
from search.speakers.roles import Role
from search.speakers.sightings import Key, Sighting, Times
from search.speakers.table import NO_TABLE, WHY, SpeakerTable

_FAR_MORE = 5
"""Times as many stories in which a name is of another kind: the other ones are slips."""
_SEVERAL = "several persons of this name speak in this outlet"

Records = Callable[[], Iterable[Record]]
"""Gives the records of all articles, as often as it is asked."""
Note = Callable[[Record, Sequence["Identified"]], None]


@dataclass(frozen=True, slots=True)
class Identified:
    """Who a speaker of an article is in the archive: the id, and the evidence in words where the name is not enough."""

    id: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Directory:
    """Every speaker of an archive, by id. ``unmatched`` are the rules of the table that nobody answers to."""

    entries: Mapping[str, SpeakerEntry]
    unmatched: tuple[str, ...] = ()

    def called(self, asked: str) -> tuple[SpeakerEntry, ...]:
        """Give everyone whom an id means, most statements first."""
        found = [
            entry
            for id, entry in self.entries.items()
            if id == asked or id.startswith(f"{asked}.") or asked in entry.aliases
        ]
        return tuple(sorted(found, key=by_statements))


def identify(records: Records, table: SpeakerTable = NO_TABLE, note: Note | None = None) -> Directory:
    """Give the directory of all speakers; ``note`` is told of each article, in turn, who its own speakers are.

    The order of the records does not matter.
    """
    archive = Archive(table)
    for record in records():
        archive.learn(record)
    datelines = {(record.home, record.place) for record in records() if record.place}
    archive.settle(find_near(datelines, archive.shared_persons()))
    roll = Roll()
    for record in records():
        identified = archive.speakers_of(record)
        for heard, who in zip(record.speakers, identified, strict=True):
            roll.add(who.id, heard.speaker, Times.once(record.day), heard.statements, int(heard.statements > 0))
            for acronym in acronyms_in(record, heard.speaker):
                roll.call(who.id, acronym, 1)
        if note:
            note(record, identified)
    entries = roll.finish(table)
    names = {name_slug(heard.speaker.name) for record in records() for heard in record.speakers} if table.rules else ()
    homes, paths = ({getattr(record, name) for record in records()} for name in ("home", "path"))
    return Directory(entries, tuple(table.unmatched(entries, names, archive.merged, homes, paths)))


class Archive:
    """All that is known of who is who: first learn from every record, then settle, then ask.

    ``merged`` are the ids, of those asked for, that the table makes others.
    """

    def __init__(self, table: SpeakerTable = NO_TABLE) -> None:
        """Begin with a librarian's table, or with none."""
        self._table = table
        self._merged = table.merged()
        self.merged: set[str] = set()
        self._sightings: dict[Key, Sighting] = {}
        self._bodies = Organisations()
        self._as_person: Counter[str] = Counter()
        self._as_body: Counter[str] = Counter()
        self._named: dict[str, list[Person]] = defaultdict(list)
        self._persons: dict[Key, Identified | None] = {}
        self._ids: dict[int, str] = {}
        self._names = LoneNames({}, {})

    def learn(self, record: Record) -> None:
        """Take note of an article's speakers, and of the acronyms that it spells out."""
        when = Times.once(record.day)
        for acronym, name in record.expansions:
            self.learn_acronym(acronym, name, record.home, when)
        for heard in record.speakers:
            self.learn_speaker(heard.speaker, record.home, when, self._table.claim(record, heard.speaker))

    def learn_acronym(self, acronym: str, name: str, home: str, when: Times) -> None:
        """Take note that articles of a home spell out an acronym."""
        self._bodies.learn(acronym, name, home, when)

    def learn_speaker(self, speaker: Speaker, home: str, when: Times, label: str = "") -> None:
        """Take note that somebody, so named, speaks in articles of a home; ``label`` is who it is by the table."""
        if speaker.type != "person":
            if not label:
                self._bodies.hear(speaker.name, home)
                self._as_body[name_slug(speaker.name)] += when.stories
            return
        self._as_person[name_slug(speaker.name)] += when.stories
        if label or full_name(speaker.name):
            key = speaker.name, speaker.role, home, label
            self._sightings.setdefault(key, Sighting(*key)).see(when)

    def shared_persons(self) -> Counter[Pair]:
        """Count the persons whom two homes know in one role."""
        roles: dict[FullName, dict[str, list[Role]]] = defaultdict(lambda: defaultdict(list))
        for one in self._sightings.values():
            name = full_name(one.name)
            if name and one.read:
                roles[name][one.home].append(one.read)
        return shared_persons(roles.values())

    def settle(self, near: Near) -> None:
        """Put the persons together, and give each an id. ``near`` are the homes that print the news of one area."""
        real = (one for one in self._sightings.values() if one.label or not self._is_surely_body(name_slug(one.name)))
        persons = find_persons(real, near)
        self._ids = ids_of(persons, {name for name in self._bodies.homes if not self._is_surely_person(name)})
        for person in persons:
            for one in person.sightings:
                key = one.name, one.role, one.home, one.label
                why = person.why.get(id(one), "")
                self._persons[key] = None if person.is_unclear else Identified(self._ids[id(person)], why)
        clear = [person for person in persons if not person.is_unclear]
        self._names = LoneNames.of(clear)
        for person in clear:
            for name in {name_slug(one.name) for one in person.sightings}:
                self._named[name].append(person)

    def speakers_of(self, record: Record) -> tuple[Identified, ...]:
        """Give who each of an article's speakers is."""
        return tuple(self._who_finally(record, heard.speaker) for heard in record.speakers)

    def in_home(self, speaker: Speaker, home: str) -> Identified | None:
        """Give who a speaker is in all articles of a home that spell out no acronym; None if that differs.

        For a person who is found here, acronyms are no matter. Not for names that the table speaks of.
        """
        if speaker.type == "person":
            is_one = self._persons.get((speaker.name, speaker.role, home, "")) is not None
        else:
            is_one = not is_acronym(speaker.name)
        return self._who_finally(Record("", None, home, "", ()), speaker) if is_one else None

    def _who_finally(self, record: Record, speaker: Speaker) -> Identified:
        who = self._who(record, speaker)
        merged = self._merged.get(who.id)
        if merged is None:
            return who
        self.merged.add(who.id)
        return Identified(merged, WHY)

    def _who(self, record: Record, speaker: Speaker) -> Identified:
        label = self._table.claim(record, speaker)
        if label:
            return Identified(label, WHY)
        key = speaker.name, speaker.role, record.home, ""
        if speaker.type == "person" and key in self._persons:
            return self._persons[key] or Identified(f"{speaker.id}.{record.article_id}", _SEVERAL)
        plain = name_slug(speaker.name)
        if speaker.type != "person" and self._is_surely_person(plain) and len(self._named[plain]) == 1:
            return Identified(
                self._ids[id(self._named[plain][0])], f"a person in {self._as_person[plain]} other stories"
            )
        if speaker.type != "person" or (full_name(speaker.name) and self._is_surely_body(plain)):
            body, why = self._bodies.who(speaker.name, record)
            is_shared = self._as_person[body] and not self._is_surely_body(body)
            return Identified(f"{body}.{BODY}" if is_shared else body, why)
        meant = self._names.who(speaker.name, speaker.role, record.home, record.day)
        if meant is None:
            return Identified(f"{speaker.id}.{record.article_id}")
        return Identified(self._ids[id(meant[0])], meant[1])

    def _is_surely_person(self, plain: str) -> bool:
        """Say whether a name is a person's in so many stories that a body of the name is a slip."""
        return self._as_person[plain] > 0 and self._as_person[plain] >= _FAR_MORE * self._as_body[plain]

    def _is_surely_body(self, plain: str) -> bool:
        return self._as_body[plain] > 0 and self._as_body[plain] >= _FAR_MORE * self._as_person[plain]


def links_of(statement: Statement) -> tuple[str, ...]:
    """Say how each of a statement's speakers was found among those of the archive."""
    reasons = statement.link.split("\n") if statement.link else [""] * len(statement.speakers)
    found = zip(statement.speakers, reasons, strict=False)
    return tuple(reason or _by_name(who, statement) for who, reason in found)


def link_of(statement: Statement) -> str:
    """Say how a statement's speaker was found; of several, each in a line of its own, if it is not the same of all."""
    reasons = links_of(statement)
    return "\n".join(reasons if len(set(reasons)) > 1 else reasons[:1])


def _by_name(speaker: Speaker, statement: Statement) -> str:
    is_alone = speaker.id.endswith(f".{statement.article_id}")
    return "a name alone, which is joined with nobody of other articles" if is_alone else "the name"


def by_statements(entry: SpeakerEntry) -> tuple[int, str, str]:
    """Order speakers by how much they say, then by name."""
    return -entry.statements, entry.name, entry.id
