"""Which names' evidence hangs together, so that after a change only they need be looked at again.

Every name has keys. Who a speaker of an article is depends on nothing but the articles that have any of its keys, or
a key of theirs, and so on, and on which outlets are near each other. A key too many costs time; one too few would
leave an old answer standing.
"""

from __future__ import annotations

from collections.abc import Iterator

from search.documents import SpeakerType
from search.speakers.acronyms import is_acronym, spelled
from search.speakers.names import ends_of, last_name_of, name_slug
from search.speakers.organisations import body_slug, offices_of, without_country
from search.speakers.table import SpeakerTable

_NAME, _LAST, _ACRONYM = "name ", "last ", "acronym "


def speaker_keys(name: str, type: SpeakerType) -> tuple[str, ...]:
    """Give the keys of a speaker: the name, a person's last names, what an acronym is looked up by, a body's office.

    A federal body has those of its name without the country, and of its acronym. Persons and bodies of one name share
    a key, since one may be a slip for the other.
    """
    plain = body_slug(name)
    keys = [_NAME + plain]
    if type == "person":
        keys += [_LAST + last for last in ends_of(last_name_of(name))]
    elif plain.startswith("us-"):
        federal, acronym = without_country(plain)
        keys += [_NAME + federal, _ACRONYM + acronym]
    if is_acronym(name):
        keys.append(_ACRONYM + spelled(name))
    keys += [_NAME + office for office in offices_of(plain)]
    return tuple(keys)


def acronym_key(acronym: str) -> str:
    """Give the key of an acronym that is spelled out."""
    return _ACRONYM + acronym


def expansion_keys(name: str) -> tuple[str, ...]:
    """Give the keys of what an acronym stands for: its name's, and those of all ends of the name.

    An article that spells out "Texas Department of Public Safety" says who its "Department of Public Safety" is. All
    these hang together with the acronym only if a person has the name as well, who has to be told from the body.
    """
    plain = name_slug(name)
    ends = [plain]
    while "-" in plain:
        plain = plain.partition("-")[2]
        ends.append(plain)
    return _NAME + body_slug(name), *(_NAME + end for end in ends)


def table_keys(table: SpeakerTable) -> Iterator[str]:
    """Give the keys of all names that a librarian speaks of."""
    for rule in table.rules:
        for name in (rule.id, *rule.also):
            yield from _keys_of_id(name)


def merged_keys(table: SpeakerTable) -> Iterator[str]:
    """Give the keys of those who are told apart by themselves, and made one by a librarian."""
    for id in table.merged():
        yield from _keys_of_id(id)


def _keys_of_id(id: str) -> Iterator[str]:
    plain = id.partition(".")[0]
    yield from (_NAME + plain, _NAME + plain.removeprefix("the-"))
