"""What a librarian says of speakers: who is one, who is not, what they are called. ``indexer`` reads the file."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator
from dataclasses import dataclass, field, replace

from search.documents import Speaker, SpeakerType
from search.ids import slug
from search.speakers.records import Record

WHY = "speakers.toml"


@dataclass(frozen=True, slots=True)
class SpeakerRule:
    """One speaker: its id, the names that are it as well, and where and when they are.

    ``also`` are names as they stand in addresses, or ids of speakers that were told apart (with a dot). ``outlets`` as
    in addresses; days are "2017-02-10", both included. ``where`` names the rule for messages.
    """

    id: str
    where: str
    name: str | None = None
    type: SpeakerType | None = None
    also: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    path: re.Pattern[str] | None = None

    @property
    def is_limited(self) -> bool:
        """Say whether it holds of some outlets, days or files only."""
        return bool(self.outlets or self.since or self.until or self.path)

    @property
    def names(self) -> tuple[str, ...]:
        """The names that it claims, as in addresses."""
        claimed = [alias for alias in self.also if "." not in alias]
        if claimed or self.is_limited:
            claimed.append(self.id.partition(".")[0])
        return tuple(dict.fromkeys(claimed))

    def holds(self, record: Record) -> bool:
        """Say whether an article is among those that it is limited to."""
        if self.outlets and record.home not in self.outlets:
            return False
        if (self.since or self.until) and not record.day:
            return False
        day = record.day or ""
        if (self.since and day < self.since) or (self.until and day > self.until):
            return False
        return self.path is None or self.path.fullmatch(record.path) is not None


@dataclass(frozen=True, slots=True)
class SpeakerTable:
    """All rules of an archive."""

    rules: tuple[SpeakerRule, ...] = ()
    _by_name: dict[str, list[SpeakerRule]] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, rules: Iterable[SpeakerRule]) -> SpeakerTable:
        """Make a table; raises ValueError, naming both, where two rules contradict each other."""
        listed = tuple(rules)
        by_name: dict[str, list[SpeakerRule]] = defaultdict(list)
        for rule in listed:
            for name in rule.names:
                by_name[name].append(rule)
        for problem in _contradictions(listed, by_name):
            raise ValueError(problem)
        limited_first = {name: sorted(found, key=lambda rule: not rule.is_limited) for name, found in by_name.items()}
        return cls(listed, limited_first)

    @property
    def digest(self) -> str:
        """Change whenever a rule does, not with where it stands; empty without rules."""
        if not self.rules:
            return ""
        said = "\n".join(repr((replace(rule, where=""), rule.path and rule.path.pattern)) for rule in self.rules)
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    @property
    def looks_at_paths(self) -> bool:
        """Say whether any rule is limited to files."""
        return any(rule.path for rule in self.rules)

    def speaks_of(self, name: str) -> bool:
        """Say whether a rule may hold of a speaker of this name."""
        return slug(name) in self._by_name

    def claim(self, record: Record, speaker: Speaker) -> str:
        """Give the id that a rule gives to a speaker of an article, or nothing."""
        if not self._by_name:
            return ""
        rules = self._by_name.get(slug(speaker.name), ())
        return next((rule.id for rule in rules if rule.holds(record)), "")

    def unmatched(
        self,
        ids: Container[str],
        names: Container[str],
        merged: Container[str],
        homes: Container[str],
        paths: Collection[str],
    ) -> Iterator[str]:
        """Give what the rules say of nobody and of nothing, in words.

        ``ids`` are those of an archive's speakers, ``names`` and ``homes`` as in addresses, ``merged`` the ids with a
        dot that were made others, ``paths`` the archive's files.
        """
        for rule in self.rules:
            if rule.id not in ids:
                yield f"{rule.where}: nobody in the archive is “{rule.id}”"
            for alias in rule.also:
                if "." in alias and alias not in merged:
                    yield f"{rule.where}: nobody in the archive would be “{alias}”"
                elif "." not in alias and alias not in names:
                    yield f"{rule.where}: nobody in the archive is called “{alias}”"
            for outlet in rule.outlets:
                if outlet not in homes:
                    yield f"{rule.where}: the archive has no outlet “{outlet}”"
            if rule.path and not any(rule.path.fullmatch(path) for path in paths):
                yield f"{rule.where}: no file of the archive has such a path"

    def merged(self) -> dict[str, str]:
        """Give the ids of speakers told apart that are to be others: id -> id."""
        return {alias: rule.id for rule in self.rules for alias in rule.also if "." in alias}


NO_TABLE = SpeakerTable()


def _contradictions(rules: tuple[SpeakerRule, ...], by_name: dict[str, list[SpeakerRule]]) -> Iterator[str]:
    ids: dict[str, SpeakerRule] = {}
    for rule in rules:
        if rule.id in ids:
            yield f"{rule.where} and {ids[rule.id].where} are both about “{rule.id}”; make one table of them"
        ids[rule.id] = rule
        if rule.since and rule.until and rule.since > rule.until:
            yield f"{rule.where} ends before it begins"
    for rule in rules:
        for alias in rule.also:
            own = ids.get(alias)
            if own and own is not rule:
                yield f"{rule.where} makes “{alias}” one with “{rule.id}”; {own.where} makes it a speaker of its own"
    merged: dict[str, SpeakerRule] = {}
    for rule in rules:
        for alias in rule.also:
            if "." in alias and alias in merged:
                yield f"“{alias}” is “{merged[alias].id}” by {merged[alias].where}, and “{rule.id}” by {rule.where}"
            merged[alias] = rule
    for name, claiming in by_name.items():
        for at, one in enumerate(claiming):
            for other in claiming[at + 1 :]:
                if one.is_limited == other.is_limited and _can_meet(one, other):
                    yield f"“{name}” is “{one.id}” by {one.where}, and “{other.id}” by {other.where}"


def _can_meet(one: SpeakerRule, other: SpeakerRule) -> bool:
    """Say whether two rules can hold of one article; of two patterns of paths nobody knows, so they may not."""
    if one.outlets and other.outlets and not set(one.outlets) & set(other.outlets):
        return False
    if (one.since and other.until and one.since > other.until) or (
        other.since and one.until and other.since > one.until
    ):
        return False
    return not (one.path and other.path and one.path.pattern != other.path.pattern)
