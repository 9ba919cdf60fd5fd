"""The notes in the margin of an article: who speaks in a paragraph, how, and on what evidence that is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from search.documents import Article, Kind, Statement
from search.identity import link_of
from webui import messages
from webui.links import Links
from webui.message import number
from webui.recorded import told_again
from webui.text_fragments import at_passage, web_host
from webui.views.citation import cite_statement
from webui.views.saying import note_of, quoted_with_cue, role_of, unnamed
from webui.wording import confidence

_COLOURS = 5


@dataclass(frozen=True, slots=True)
class Said:
    """One statement in a margin note: how, in which role, on what evidence, and how to link to it."""

    words: str
    kind: Kind
    label: str
    role: str
    why: str
    across: str
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
    speaker_url: str | None
    said: tuple[Said, ...]


def colours_of(article: Article, asked: Sequence[str]) -> dict[str, str]:
    """Give each voice its colour: first those who were asked for, then by who speaks first; a sixth begins again."""
    voices = list(dict.fromkeys(voice_of(statement) for statement in article.statements if is_shown(statement)))
    voices.sort(key=lambda voice: not any(voice == id or voice.startswith(f"{id}.") for id in asked))
    return {voice: f"p{index % _COLOURS + 1}" for index, voice in enumerate(voices)}


def is_shown(statement: Statement) -> bool:
    """Say whether a statement is marked on the page: beliefs of nobody in particular are only there to be linked to."""
    return statement.cue_class == "speech" or statement.speaker is not None


def voice_of(statement: Statement) -> str:
    """Give what tells one voice from another: the speaker, or an unnamed source's own words."""
    return statement.speaker.id if statement.speaker else f"?{unnamed(statement)}"


def notes_beside(
    statements: Sequence[Statement], article: Article, colours: Mapping[str, str], links: Links
) -> Iterator[Note]:
    """Give the notes beside some statements, one for each voice."""
    by_voice: dict[str, list[Statement]] = {}
    for statement in statements:
        by_voice.setdefault(voice_of(statement), []).append(statement)
    for voice, said in by_voice.items():
        speaker = said[0].speaker
        counts = Counter(statement.kind for statement in said)
        flags = dict.fromkeys(note_of(statement) for statement in said)
        yield Note(
            colour=colours[voice],
            name=speaker.name if speaker else unnamed(said[0]),
            badges=tuple((kind, _times(messages.KINDS[kind](), count)) for kind, count in counts.items()),
            flag=", ".join(flag for flag in flags if flag),
            speaker_url=links.speaker(speaker.id) if speaker else None,
            said=tuple(_said(statement, article, links) for statement in said),
        )


def _times(label: str, count: int) -> str:
    return label if count == 1 else messages.TIMES(label=label, n=number(count))


def _said(statement: Statement, article: Article, links: Links) -> Said:
    role = role_of(statement)
    about = messages.AT_THE_TIME(role=role[:1].upper() + role[1:]) if statement.speaker and role else ""
    why = statement.why or (statement.source.text if statement.source else "")
    passage = _first_passage(statement, article)
    return Said(
        words=statement.text,
        kind=statement.kind,
        label=messages.KINDS[statement.kind](),
        role=about if statement.speaker else messages.UNNAMED_NOTE(),
        why=f"{told_again(why)}. {confidence(statement.confidence)}" if statement.speaker and why else "",
        across=told_again(link_of(statement)),
        url=links.statement(statement.id),
        anchor=f"s-{statement.id}",
        original_url=at_passage(article.url, passage) if article.url and web_host(article.url) else "",
        quote=quoted_with_cue(statement),
        references=tuple((name, links.statement(statement.id, face)) for name, face in messages.REFERENCES),
        citation=cite_statement(
            statement, article.headline, article, links.absolute(links.lasting.statement(statement.id))
        ),
    )


def _first_passage(statement: Statement, article: Article) -> str:
    """Give a statement's first words as they are printed, within one paragraph."""
    whole = article.headline if statement.field == "headline" else article.text
    first = statement.content[0]
    return whole[first.start : first.end].strip().partition("\n")[0]
