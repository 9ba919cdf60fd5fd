"""The notes in the margin of an article: who speaks in a paragraph, how, and on what evidence that is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from search.documents import Article, Kind, Statement
from search.hits import each_speaker
from search.identity import links_of
from search.matching import is_called
from webui import messages
from webui.links import Links
from webui.message import number
from webui.recorded import told_again
from webui.text_fragments import at_passage, web_host
from webui.views.citation import cite_statement
from webui.views.saying import note_of, quoted_with_cue
from webui.views.voices import Name, linked_names, role_of, voice_of, who_says
from webui.wording import capitalised, confidence

_COLOURS = 5


@dataclass(frozen=True, slots=True)
class Said:
    """One statement in a margin note: how, in which role, on what evidence, and how to link to it.

    Roles and evidence are lines: of several who say it as one, each may have a line.
    """

    words: str
    kind: Kind
    label: str
    roles: tuple[str, ...]
    why: tuple[str, ...]
    across: tuple[str, ...]
    url: str
    anchor: str
    original_url: str
    quote: str
    citation: str
    references: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A margin note: who speaks in a paragraph, how often and how, and each of the statements."""

    colour: str
    name: str
    badges: tuple[tuple[Kind, str], ...]
    flag: str
    speakers: tuple[Name, ...]
    said: tuple[Said, ...]


def colours_of(article: Article, asked: Sequence[str]) -> dict[str, str]:
    """Give each voice its colour: first those who were asked for, then by who speaks first; a sixth begins again."""
    voices: dict[str, Statement] = {}
    for statement in filter(is_shown, article.statements):
        voices.setdefault(voice_of(statement), statement)
    ordered = sorted(voices, key=lambda voice: not _is_asked_for(voices[voice], asked))
    return {voice: f"p{index % _COLOURS + 1}" for index, voice in enumerate(ordered)}


def _is_asked_for(statement: Statement, asked: Sequence[str]) -> bool:
    return any(is_called(speaker.id, id) for speaker in statement.speakers for id in asked)


def is_shown(statement: Statement) -> bool:
    """Say whether a statement is marked on the page: beliefs of nobody in particular are only there to be linked to."""
    return statement.cue_class == "speech" or bool(statement.speakers)


def notes_beside(
    statements: Sequence[Statement], article: Article, colours: Mapping[str, str], links: Links
) -> Iterator[Note]:
    """Give the notes beside some statements, one for each voice."""
    by_voice: dict[str, list[Statement]] = {}
    for statement in statements:
        by_voice.setdefault(voice_of(statement), []).append(statement)
    for voice, said in by_voice.items():
        counts = Counter(statement.kind for statement in said)
        flags = dict.fromkeys(note_of(statement) for statement in said)
        yield Note(
            colour=colours[voice],
            name=who_says(said[0]),
            badges=tuple((kind, _times(messages.KINDS[kind](), count)) for kind, count in counts.items()),
            flag=", ".join(flag for flag in flags if flag),
            speakers=tuple(name for name in linked_names(said[0], links) if name.url),
            said=tuple(_said(statement, article, links) for statement in said),
        )


def _times(label: str, count: int) -> str:
    return label if count == 1 else messages.TIMES(label=label, n=number(count))


def _said(statement: Statement, article: Article, links: Links) -> Said:
    passage = _first_passage(statement, article)
    return Said(
        words=statement.text,
        kind=statement.kind,
        label=messages.KINDS[statement.kind](),
        roles=tuple(_roles(statement)),
        why=tuple(_why(statement)),
        across=tuple(_across(statement)),
        url=links.statement(statement.id),
        anchor=f"s-{statement.id}",
        original_url=at_passage(article.url, passage) if article.url and web_host(article.url) else "",
        quote=quoted_with_cue(statement),
        references=tuple((name, links.statement(statement.id, face)) for name, face in messages.REFERENCES),
        citation=cite_statement(
            statement, article.headline, article, links.absolute(links.lasting.statement(statement.id))
        ),
    )


def _roles(statement: Statement) -> Iterator[str]:
    if not statement.speakers:
        yield messages.UNNAMED_NOTE()
    elif role := role_of(statement):
        yield messages.AT_THE_TIME(role=capitalised(role))
    else:
        for speaker in each_speaker(statement):
            if speaker.role:
                yield messages.OF_ONE(name=speaker.name, what=messages.AT_THE_TIME(role=speaker.role))


def _why(statement: Statement) -> tuple[str, ...]:
    why = statement.why or (statement.source.text if statement.source else "")
    if not statement.speakers or not why:
        return ()
    lines = [told_again(line) for line in dict.fromkeys(why.split("\n"))]
    sure = confidence(statement.confidence)
    return (f"{lines[0]}. {sure}",) if len(lines) == 1 else (*lines, sure)


def _across(statement: Statement) -> Iterator[str]:
    reasons = links_of(statement)
    if len(set(reasons)) == 1:
        yield told_again(reasons[0])
    else:
        for speaker, reason in zip(statement.speakers, reasons, strict=False):
            yield messages.OF_ONE(name=speaker.name, what=told_again(reason))


def _first_passage(statement: Statement, article: Article) -> str:
    """Give a statement's first words as they are printed, within one paragraph."""
    whole = article.headline if statement.field == "headline" else article.text
    first = statement.content[0]
    return whole[first.start : first.end].strip().partition("\n")[0]
