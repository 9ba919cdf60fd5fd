"""The archive's directory: each speaker's names, roles and counts, from all that the articles say under one id."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from search.documents import RoleHeld, Speaker, SpeakerEntry, SpeakerType
from search.speakers.names import full_name, name_slug
from search.speakers.organisations import body_slug
from search.speakers.sightings import Sighting, Times
from search.speakers.table import SpeakerTable


class Roll:
    """All speakers in the making, by id."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._made: dict[str, _Entry] = {}

    def add(self, id: str, speaker: Speaker, when: Times, statements: int, articles: int) -> None:
        """Take what some articles have of a speaker: when, how many statements, and in how many of them any."""
        made = self._made.get(id)
        if made is None:
            made = self._made[id] = _Entry(id)
        made.add(speaker, when, statements, articles)

    def call(self, id: str, acronym: str, stories: int) -> None:
        """Take that so many stories in which a body speaks spell out an acronym as its name."""
        self._made[id].names[acronym] += stories

    def finish(self, table: SpeakerTable) -> dict[str, SpeakerEntry]:
        """Give everybody's entry, in the order of the ids."""
        return {id: self._made[id].finish(table) for id in sorted(self._made)}


@dataclass(slots=True)
class _Entry:
    """A speaker in the making."""

    id: str
    statements: int = 0
    articles: int = 0
    names: Counter[str] = field(default_factory=Counter)
    types: Counter[SpeakerType] = field(default_factory=Counter)
    roles: dict[str, Sighting] = field(default_factory=dict)
    printed: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """The ways to print each role, by the role as in addresses: "Council Member", "council member"."""

    def add(self, speaker: Speaker, when: Times, statements: int, articles: int) -> None:
        self.statements += statements
        self.articles += articles
        self.names[speaker.name] += when.stories
        self.types[speaker.type] += when.stories
        if speaker.role:
            plain = name_slug(speaker.role)
            self.roles.setdefault(plain, Sighting("", None, "")).see(when)
            self.printed[plain][speaker.role] += when.stories

    def finish(self, table: SpeakerTable) -> SpeakerEntry:
        rule = next((rule for rule in table.rules if rule.id == self.id), None)
        kind = max(self.types, key=lambda type: (self.types[type], type))
        names = sorted(self.names, key=lambda name: (_is_short(name, kind), -self.names[name], *_plainness(name)))
        held = [RoleHeld(self._role(plain), seen.first, seen.last, seen.stories) for plain, seen in self.roles.items()]
        base = self.id.partition(".")[0]
        aliases = {name_slug(name) for name in names}
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

    def _role(self, plain: str) -> str:
        """Give a role as it was printed most, in its small letters if that settles nothing."""
        printed = self.printed[plain]
        return min(printed, key=lambda role: (-printed[role], sum(map(str.isupper, role)), role))


def _plainness(name: str) -> tuple[bool, int, str]:
    """Order a name with its accents before one without, and a long one before a short one."""
    return name.isascii(), -len(name), name


def _is_short(name: str, type: SpeakerType) -> bool:
    """Say whether a name is not what its speaker is called by: a last name alone, initials."""
    return full_name(name) is None if type == "person" else name.isupper()
