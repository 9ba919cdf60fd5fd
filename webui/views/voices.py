"""Who says a statement: one speaker, several as one, or a source that the story does not name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from search.documents import Speaker, Statement
from search.hits import each_speaker, has_others
from webui import messages
from webui.links import Links
from webui.message import parts
from webui.wording import before_each


class Name(NamedTuple):
    """A name with the address of its page, or words between names, which have none."""

    text: str
    url: str = ""


def voice_of(statement: Statement) -> str:
    """Give what tells one voice from another: those who speak, or an unnamed source's own words."""
    if statement.speaker:
        return statement.speaker.id
    ids = "+".join(sorted(speaker.id for speaker in each_speaker(statement)))
    return f"{ids}{'+' if has_others(statement) else ''}" if ids else f"?{unnamed(statement)}"


def unnamed(statement: Statement) -> str:
    """Name a source that the story does not name, in the story's words."""
    words = statement.source.text.strip() if statement.source else ""
    return words[:1].upper() + words[1:] if words else messages.UNNAMED()


def who_says(statement: Statement) -> str:
    """Name who says a statement: "Carl Bell", "Carl Bell and Ann Moss", "Carl Bell and others", or a source's words."""
    return _in_words(statement, lambda speaker: speaker.name)


def who_as_what(statement: Statement) -> str:
    """Name who says a statement with their roles: "Carl Bell, mayor", "Carl Bell (mayor) and Ann Moss (clerk)"."""
    if not statement.together:
        return ", ".join(filter(None, (who_says(statement), role_of(statement))))
    return _in_words(statement, _with_role)


def each_name(statement: Statement) -> tuple[str, ...]:
    """Give the name of each who says a statement; of an unnamed source, the story's words."""
    return tuple(speaker.name for speaker in each_speaker(statement)) or (unnamed(statement),)


def linked_names(statement: Statement, links: Links) -> tuple[Name, ...]:
    """Give those who say a statement, each with the address of their page, and the words between them."""
    return tuple(_names(statement, lambda speaker: Name(speaker.name, links.speaker(speaker.id))))


def role_of(statement: Statement) -> str:
    """Give the role that a statement's speaker was printed with, or what the speaker is if that is no person.

    Several have one if it is the same for all of them, and all of them are named.
    """
    if not statement.together:
        return _role(statement.speaker) if statement.speaker else ""
    roles = {speaker.role or "" for speaker in each_speaker(statement)}
    return roles.pop() if len(roles) == 1 and not has_others(statement) else ""


def _role(speaker: Speaker) -> str:
    return speaker.role or ("" if speaker.type == "person" else messages.TYPES[speaker.type]())


def _with_role(speaker: Speaker) -> str:
    role = _role(speaker)
    return f"{speaker.name} ({role})" if role else speaker.name


def _in_words(statement: Statement, told: Callable[[Speaker], str]) -> str:
    if not statement.speakers:
        return unnamed(statement)
    return "".join(name.text for name in _names(statement, lambda speaker: Name(told(speaker))))


def _names(statement: Statement, told: Callable[[Speaker], Name]) -> Iterator[Name]:
    """Give those who say a statement, and what stands between them; nothing for an unnamed source."""
    if statement.speaker:
        yield told(statement.speaker)
        return
    names = [told(speaker) for speaker in each_speaker(statement)]
    for words, place in parts(messages.AND_OTHERS.words() if has_others(statement) else "{names}"):
        if words:
            yield Name(words)
        if place:
            for before, name in zip(before_each([name.text for name in names]), names, strict=True):
                if before:
                    yield Name(before)
                yield name
