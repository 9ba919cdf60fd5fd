"""Who is who across the archive: the speakers of single articles -> the speakers of all of them.

Computed again from every article's speakers at each publish, so that an update gives exactly what a rebuild gives. One
full name is one speaker. A person known by a last name alone is never joined across articles: such a speaker's id is
qualified by the article, and the bare name means everyone of that name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from search.documents import Article, RoleHeld, Speaker, SpeakerEntry


@dataclass(frozen=True, slots=True)
class Appearance:
    """A speaker in one article: as named there, on which day, with how many statements that are shown by default."""

    article_id: str
    day: str | None
    speaker: Speaker
    statements: int


@dataclass(frozen=True, slots=True)
class Directory:
    """Every speaker of an archive, by id, and each article's own speakers' ids in it."""

    entries: Mapping[str, SpeakerEntry]

    def called(self, asked: str) -> tuple[SpeakerEntry, ...]:
        """Give everyone whom an id means, most statements first."""
        found = [entry for id, entry in self.entries.items() if id == asked or id.startswith(f"{asked}.")]
        return tuple(sorted(found, key=by_statements))


def archive_id(article_id: str, speaker: Speaker) -> str:
    """Give the id in the archive of an article's own speaker."""
    lone_name = speaker.type == "person" and " " not in speaker.name.strip()
    return f"{speaker.id}.{article_id}" if lone_name else speaker.id


def appearances(article: Article) -> Iterator[Appearance]:
    """Give the speakers of one article, with how much they say of what is shown by default."""
    counts: Counter[str] = Counter()
    found: dict[str, Speaker] = {}
    for statement in article.statements:
        if statement.speaker:
            found.setdefault(statement.speaker.id, statement.speaker)
            counts[statement.speaker.id] += statement.attribution == "sure" and statement.cue_class == "speech"
    for id, speaker in found.items():
        yield Appearance(article.id, article.published_day, speaker, counts[id])


def archive_speaker_ids(article: Article) -> dict[str, str]:
    """Give the archive's id for each of an article's own speakers' ids, as the first to speak under it is named."""
    ids: dict[str, str] = {}
    for statement in article.statements:
        if statement.speaker:
            ids.setdefault(statement.speaker.id, archive_id(article.id, statement.speaker))
    return ids


def identify(appearances: Iterable[Appearance]) -> Directory:
    """Give the directory of all speakers; the order of ``appearances`` does not matter."""
    by_id: dict[str, list[Appearance]] = defaultdict(list)
    for appearance in appearances:
        by_id[archive_id(appearance.article_id, appearance.speaker)].append(appearance)
    return Directory({id: _entry(id, found) for id, found in sorted(by_id.items())})


def by_statements(entry: SpeakerEntry) -> tuple[int, str, str]:
    """Order speakers by how much they say, then by name."""
    return -entry.statements, entry.name, entry.id


def _entry(id: str, found: list[Appearance]) -> SpeakerEntry:
    names: Counter[str] = Counter()
    types: Counter[str] = Counter()
    for appearance in found:
        names[appearance.speaker.name] += 1
        types[appearance.speaker.type] += 1
    ordered = tuple(sorted(names, key=lambda name: (-names[name], -len(name), name)))
    most_common = max(types, key=lambda kind: (types[kind], kind))
    return SpeakerEntry(
        id,
        ordered[0],
        next(appearance.speaker.type for appearance in found if appearance.speaker.type == most_common),
        sum(appearance.statements for appearance in found),
        len({appearance.article_id for appearance in found if appearance.statements}),
        ordered,
        _roles(found),
    )


def _roles(found: list[Appearance]) -> tuple[RoleHeld, ...]:
    days: dict[str, list[str]] = defaultdict(list)
    counts: Counter[str] = Counter()
    for appearance in found:
        if appearance.speaker.role:
            counts[appearance.speaker.role] += 1
            days[appearance.speaker.role] += [appearance.day] if appearance.day else []
    held = (
        RoleHeld(role, min(days[role], default=None), max(days[role], default=None), count)
        for role, count in counts.items()
    )
    return tuple(sorted(held, key=lambda role: (role.first or "9999", role.role)))
