"""Who is who across the archive: the speakers of single articles -> the speakers of all of them.

Computed again from every article's record at each publish, so that an update gives exactly what a rebuild gives. The
rules are in ``search.speakers``; this module asks them in order: the librarian's table, full names, bodies and their
acronyms, last names. A name that no rule joins to anybody stays with its article, and its id says so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from search.documents import RoleHeld, Speaker, SpeakerEntry, SpeakerType, Statement
from search.ids import slug as make_slug
from search.speakers.homes import find_near
from search.speakers.lone_names import LoneNames
from search.speakers.names import full_name
from search.speakers.organisations import BODY, Organisations, body_slug
from search.speakers.persons import Person, find_persons
from search.speakers.records import Heard, Record
from search.speakers.roles import read_role
from search.speakers.sightings import Key, Sighting
from search.speakers.table import NO_TABLE, WHY, SpeakerTable

slug = lru_cache(maxsize=1 << 17)(make_slug)
"""Names come back in every article."""
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
    archive.settle()
    roll: dict[str, _Entry] = {}
    for record in records():
        identified = archive.speakers_of(record)
        for heard, who in zip(record.speakers, identified, strict=True):
            roll.setdefault(who.id, _Entry(who.id)).add(record, heard)
        if note:
            note(record, identified)
    entries = {id: roll[id].finish(table) for id in sorted(roll)}
    return Directory(entries, tuple(archive.unmatched(entries)))


class Archive:
    """All that is known of who is who: first learn from every record, then settle, then ask."""

    def __init__(self, table: SpeakerTable = NO_TABLE) -> None:
        """Begin with a librarian's table, or with none."""
        self._table = table
        self._merged = table.merged()
        self._sightings: dict[Key, Sighting] = {}
        self._places: dict[str, set[str]] = defaultdict(set)
        self._bodies = Organisations()
        self._claimed: Counter[str] = Counter()
        self._as_person: Counter[str] = Counter()
        self._as_body: Counter[str] = Counter()
        self._named: dict[str, list[Person]] = defaultdict(list)
        self._persons: dict[Key, Identified | None] = {}
        self._ids: dict[int, str] = {}
        self._names = LoneNames({}, {})

    def learn(self, record: Record) -> None:
        """Take note of an article's speakers."""
        if record.place:
            self._places[record.home].add(record.place)
        for acronym, name in record.expansions:
            self._bodies.learn(acronym, name, record.home, record.day)
        for heard in record.speakers:
            speaker, label = heard.speaker, self._table.claim(record, heard.speaker)
            if label:
                self._claimed[label] += 1
            if speaker.type != "person":
                if not label:
                    self._bodies.hear(speaker.name, record.home)
                    self._as_body[slug(speaker.name)] += 1
                continue
            self._as_person[slug(speaker.name)] += 1
            if label or full_name(speaker.name):
                key = speaker.name, speaker.role, record.home, label
                self._sightings.setdefault(key, Sighting(*key)).see(record.day)

    def settle(self) -> None:
        """Put the persons together, and give each an id."""
        roles: dict[object, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for one in self._sightings.values():
            if one.role:
                roles[full_name(one.name)][one.home].append(one.role)
        read = (
            {home: [role for text in found if (role := read_role(text))] for home, found in by_home.items()}
            for by_home in roles.values()
        )
        real = (one for one in self._sightings.values() if one.label or not self._is_surely_body(slug(one.name)))
        persons = find_persons(real, find_near(self._places, read))
        self._ids = _ids_of(persons, {name for name in self._bodies.homes if not self._is_surely_person(name)})
        for person in persons:
            for one in person.sightings:
                key = one.name, one.role, one.home, one.label
                why = person.why.get(id(one), "")
                self._persons[key] = None if person.is_unclear else Identified(self._ids[id(person)], why)
        clear = [person for person in persons if not person.is_unclear]
        self._names = LoneNames.of(clear)
        for person in clear:
            for name in {slug(one.name) for one in person.sightings}:
                self._named[name].append(person)

    def speakers_of(self, record: Record) -> tuple[Identified, ...]:
        """Give who each of an article's speakers is."""
        return tuple(self._who_finally(record, heard.speaker) for heard in record.speakers)

    def _who_finally(self, record: Record, speaker: Speaker) -> Identified:
        who = self._who(record, speaker)
        merged = self._merged.get(who.id)
        if merged is None:
            return who
        self._claimed[merged] += 1
        return Identified(merged, WHY)

    def unmatched(self, entries: Mapping[str, SpeakerEntry]) -> Iterator[str]:
        """Give the rules of the table that nobody answers to."""
        for rule in self._table.rules:
            if not self._claimed[rule.id] and rule.id not in entries:
                yield f"{rule.where}: nobody in the archive is “{rule.id}”"

    def _who(self, record: Record, speaker: Speaker) -> Identified:
        label = self._table.claim(record, speaker)
        if label:
            return Identified(label, WHY)
        key = speaker.name, speaker.role, record.home, ""
        if speaker.type == "person" and key in self._persons:
            return self._persons[key] or Identified(f"{speaker.id}.{record.article_id}", _SEVERAL)
        plain = slug(speaker.name)
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


def link_of(statement: Statement) -> str:
    """Say how a statement's speaker was found among those of the archive."""
    speaker = statement.speaker
    if speaker is None or statement.link:
        return statement.link
    if speaker.id.endswith(f".{statement.article_id}"):
        return "a name alone, which is joined with nobody of other articles"
    return "the name"


def by_statements(entry: SpeakerEntry) -> tuple[int, str, str]:
    """Order speakers by how much they say, then by name."""
    return -entry.statements, entry.name, entry.id


# -- ids -----------------------------------------------------------------------


def _ids_of(persons: Iterable[Person], bodies: Container[str]) -> dict[int, str]:
    """Give each person an id: the name alone where nobody else bears it, else with what tells them apart."""
    known = [(_main_name(person), person) for person in persons if not person.is_unclear]
    bearers: Counter[str] = Counter()
    for person in persons:
        bearers.update({slug(one.name) for one in person.sightings})
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for name, person in sorted(known, key=lambda pair: (pair[0], min(one.order for one in pair[1].sightings))):
        plain = slug(name)
        options = [plain] if bearers[plain] < 2 and plain not in bodies else []
        options += [f"{plain}.{mark}" for mark in _marks(person)]
        id = person.label or next((option for option in options if option not in taken), "")
        number = 1
        while not id:  # two who were printed in one role in one outlet, and are not one
            number += 1
            option = f"{options[-1]}-{number}"
            id = option if option not in taken else ""
        taken.add(id)
        ids[id_of(person)] = id
    return ids


def id_of(person: Person) -> int:
    """Give what a person is kept under while a directory is made."""
    return id(person)


def _main_name(person: Person) -> str:
    """Give the full name printed most, the longer of two."""
    stories: Counter[str] = Counter()
    for one in person.sightings:
        stories[one.name] += one.stories
    return min(stories, key=lambda name: (full_name(name) is None, -stories[name], -len(name), name))


def _marks(person: Person) -> Iterator[str]:
    """Give what may tell a person from others of the name: the first office or role, then the outlet."""
    ordered = sorted(person.sightings, key=lambda one: one.order)
    for wanted in ("is_office", "is_telling"):
        for one in ordered:
            role = one.read
            if one.role and role and getattr(role, wanted):
                words = slug(one.role).split("-")
                yield "-".join(words[:_LONGEST_MARK])
                break
    yield next((one.home for one in ordered if one.home), "person") or "person"


_LONGEST_MARK = 6


def _is_short(name: str, type: SpeakerType) -> bool:
    """Say whether a name is not what its speaker is called by: a last name alone, initials."""
    return full_name(name) is None if type == "person" else name.isupper()


# -- entries -------------------------------------------------------------------


@dataclass(slots=True)
class _Entry:
    """A speaker in the making."""

    id: str
    statements: int = 0
    articles: int = 0
    names: Counter[str] = field(default_factory=Counter)
    types: Counter[SpeakerType] = field(default_factory=Counter)
    roles: dict[str, Sighting] = field(default_factory=dict)

    def add(self, record: Record, heard: Heard) -> None:
        speaker = heard.speaker
        self.statements += heard.statements
        self.articles += heard.statements > 0
        self.names[speaker.name] += 1
        self.types[speaker.type] += 1
        if speaker.role:
            self.roles.setdefault(speaker.role, Sighting("", speaker.role, "")).see(record.day)

    def finish(self, table: SpeakerTable) -> SpeakerEntry:
        rule = next((rule for rule in table.rules if rule.id == self.id), None)
        kind = max(self.types, key=lambda type: (self.types[type], type))
        names = sorted(self.names, key=lambda name: (_is_short(name, kind), -self.names[name], -len(name), name))
        held = (RoleHeld(role, seen.first, seen.last, seen.stories) for role, seen in self.roles.items())
        base = self.id.partition(".")[0]
        aliases = {slug(name) for name in names}
        if kind != "person":
            aliases |= {body_slug(name) for name in names}
        return SpeakerEntry(
            self.id,
            (rule and rule.name) or names[0],
            (rule and rule.type) or kind,
            self.statements,
            self.articles,
            tuple(names),
            tuple(sorted(held, key=lambda role: (role.first or "9999", role.role))),
            tuple(sorted(aliases - {base, ""})),
        )
