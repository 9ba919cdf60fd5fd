"""Organisations of the archive: acronyms with what they stand for, and bodies whose name says nothing of the place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from search.documents import Speaker
from search.ids import slug
from search.speakers.acronyms import is_acronym, spelled
from search.speakers.records import Record
from search.speakers.sightings import Sighting, Times, is_of_time
from search.speakers.word_sets import word_set

_LOCAL = word_set(
    "police fire sheriff sheriffs county city town village council school schools district attorney attorneys"
    " mayor mayors clerk clerks coroner coroners planning zoning jail prosecutor prosecutors court supervisors"
    " commissioners trustees library hospital parks sewer"
)
_FILLING = word_set(
    "the of for and a an s office department dept board commission committee superior circuit municipal health"
    " public works water authority education unit division superintendent administration association staff"
)
_ALONE = word_set(
    "people board commission committee department office authority union university college company agency state"
    " administration campaign government commonwealth church association division board-of-education"
)
BODY = "organisation"
"""What stands behind the dot where a body has to be told from others and nothing else does it."""
_HOLDERS = ("attorney", "sheriff", "coroner", "prosecutor", "mayor", "governor", "clerk", "comptroller", "defender")
"""Who has an office that is called after them."""
_SMALL = word_set("of and for the on in to at s")
_FAR_MORE = 5
"""Times as many stories as the next full name of an acronym has: the other one is a slip."""


@dataclass(slots=True)
class Organisations:
    """What the archive knows of acronyms, and where bodies of general names are spoken of.

    ``spelt`` has for each acronym and home its full names: by their words without small ones, and as printed.
    """

    spelt: dict[str, dict[str, dict[tuple[str, str], Sighting]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(dict))
    )
    homes: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def learn(self, acronym: str, name: str, home: str, when: Times) -> None:
        """Take note that articles spell out an acronym."""
        known = self.spelt[acronym][home]
        known.setdefault((_words(name), name), Sighting(name, None, home)).see(when)

    def hear(self, name: str, home: str) -> None:
        """Take note that a body of that name speaks in a home."""
        self.homes[body_slug(name)].add(home)

    def who(self, name: str, record: Record) -> tuple[str, str]:
        """Give the id of a body named so in an article, and the evidence for it in words."""
        plain, home = body_slug(name), record.home
        federal, acronym = without_country(plain)
        spelt = {body_slug(full) for known in self.spelt.get(acronym, {}).values() for _, full in known}
        if federal in spelt:
            return federal, f"{acronym} is spelt out without the country"
        if office := self._office_of(plain, home):
            plain, why = self._of_home(office, home)
            return plain, why or f"{home or 'the archive'} prints the name of the office, too"
        meant = [
            (acronym, full)
            for acronym, full in record.expansions
            if (is_acronym(name) and acronym == spelled(name)) or slug(full).endswith(f"-{plain}")
        ]
        if len(meant) == 1:
            ((acronym, full),) = meant
            why = f"{name} ← {full} ({acronym}), in the same article"
            return self._office_of(body_slug(full), home) or slug(full), why
        if is_acronym(name):
            return self._spelt_out(spelled(name), plain, home, record.day)
        return self._of_home(plain, home)

    def _office_of(self, plain: str, home: str) -> str:
        """Give the office that a home calls after who holds it and prints by its own name as well; "" if none."""
        return next((office for office in offices_of(plain) if home in self.homes.get(office, ())), "")

    def _of_home(self, plain: str, home: str) -> tuple[str, str]:
        if is_general(plain) and len(self.homes[plain]) > 1:
            where = f"; this is the one in {home}" if home else ""
            return f"{plain}.{home or BODY}", f"a name that every place may have{where}"
        return plain, ""

    def _spelt_out(self, acronym: str, plain: str, home: str, day: str | None) -> tuple[str, str]:
        """Look for the full name where the acronym stands: at that time, at any time, and in the whole archive."""
        known = self.spelt.get(acronym)
        if not known:
            return plain, ""
        here = list(known.get(home, {}).items())
        for found in (
            [pair for pair in here if is_of_time(pair[1], day)],
            here,
            [] if here else [pair for spelt in sorted(known) for pair in known[spelt].items()],
        ):
            one = _one_name(found)
            if one:
                why = f"{acronym} ← {one.name} ({acronym}), as {one.home or 'the archive'} prints it"
                return self._office_of(body_slug(one.name), home) or slug(one.name), why
        return (
            f"{plain}.{home or BODY}",
            f"{acronym} has several full names in the archive; none of them is surely meant here",
        )


def _one_name(found: list[tuple[tuple[str, str], Sighting]]) -> Sighting | None:
    """Give the full name printed most, if it is the only one, but for its spelling, or all others are slips."""
    stories: Counter[str] = Counter()
    printed: Counter[str] = Counter()
    for (words, name), one in found:
        stories[words] += one.stories
        printed[name] += one.stories
    ranked = sorted(stories, key=lambda words: (-stories[words], words))
    if not ranked or (len(ranked) > 1 and stories[ranked[0]] < _FAR_MORE * stories[ranked[1]]):
        return None
    best = min((name for (words, name), _ in found if words == ranked[0]), key=lambda name: (-printed[name], name))
    return next(one for (_, name), one in found if name == best)


def _words(name: str) -> str:
    """Give the words of a full name without small ones and plurals, in which its spellings differ."""
    return "-".join(word.rstrip("s") for word in slug(name).split("-") if word not in _SMALL)


@lru_cache(maxsize=1 << 16)
def body_slug(name: str) -> str:
    """Give the name of a body as in addresses, without its article and dots."""
    return slug(name).removeprefix("the-") or slug(name)


def acronyms_in(record: Record, speaker: Speaker) -> Iterator[str]:
    """Give the acronyms that an article spells out as the name of a body that speaks in it."""
    if record.expansions and speaker.type != "person":
        plain = body_slug(speaker.name)
        yield from (acronym for acronym, name in record.expansions if body_slug(name) == plain)


def without_country(plain: str) -> tuple[str, str]:
    """Give a federal body's name, as in addresses, without "U.S.", and its first letters; nothing if it has none."""
    federal = plain.removeprefix("us-") if plain.startswith("us-") else ""
    return federal, "".join(word[0].upper() for word in federal.split("-") if word and word not in _SMALL)


def offices_of(plain: str) -> Iterator[str]:
    """Give the names that the office of a body may have: a body "Travis County Sheriff" is the sheriff's office."""
    for holder in _HOLDERS:
        if plain.endswith(holder):
            yield f"{plain}s-office"
        elif plain.endswith(f"{holder}s"):
            yield f"{plain}-office"


def is_general(plain: str) -> bool:
    """Say whether a name, as in addresses, says nothing of the place: "sheriffs-office"."""
    words = plain.split("-")
    return plain in _ALONE or (
        any(word in _LOCAL for word in words) and all(word in _LOCAL | _FILLING for word in words)
    )
