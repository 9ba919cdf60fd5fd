"""The rows of a list: when on the left, who said what on the right. The same on every page."""

from __future__ import annotations

from dataclasses import dataclass

from search.documents import Kind, Statement
from search.query.request import SearchRequest
from search.results import Hit, Piece, Snippet
from webui import messages
from webui.links import Links
from webui.wording import evidence
from webui.written_dates import WrittenDate, write_published

_DOUBLE = ("“", '"', "«", "„")
_SINGLE, _SINGLE_END = ("‘", "'"), ("’", "'")


@dataclass(frozen=True, slots=True)
class When:
    """A date, what it rests on, and where that is explained."""

    date: WrittenDate
    evidence: str
    url: str


@dataclass(frozen=True, slots=True)
class Badge:
    """How something was said: the badge's shape and its word."""

    kind: Kind
    label: str


@dataclass(frozen=True, slots=True)
class Lead:
    """Who says an extract, in which role, and how."""

    name: str
    role: str
    badge: Badge
    note: str = ""


@dataclass(frozen=True, slots=True)
class Extract:
    """A snippet for the page. ``cue`` is what introduces it where leaving that out would change its sense.

    ``is_bare`` says that the words are verbatim and that the slice holds no quotation marks around them.
    """

    pieces: tuple[Piece, ...]
    lead: Lead | None
    opens: bool
    closes: bool
    cue: str = ""
    is_bare: bool = False


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article in a list of hits."""

    when: When
    headline: tuple[Piece, ...]
    url: str
    outlet: str | None
    about: tuple[str, ...]
    extracts: tuple[Extract, ...]
    speakers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement in a list of hits, or in any other list."""

    id: str
    when: When
    speaker: str
    speaker_url: str | None
    role: str
    badge: Badge
    note: str
    extract: Extract
    headline: str
    url: str
    permanent_url: str
    outlet: str | None


def article_row(hit: Hit, request: SearchRequest, links: Links) -> ArticleRow:
    """Give the row of an article that was found."""
    anchor = hit.snippets[0].anchor if hit.snippets and _is_about_words(request) else ""
    speakers = () if request.speakers else tuple((who.name, links.speaker(who.id)) for who in hit.speakers[:4])
    return ArticleRow(
        when=when(hit, request, links),
        headline=hit.headline,
        url=links.article(hit.article_id, request, anchor),
        outlet=hit.outlet,
        about=tuple(filter(None, (", ".join(hit.bylines), hit.section, hit.place))),
        extracts=tuple(_extract(snippet, said="in a sentence") for snippet in hit.snippets),
        speakers=speakers,
    )


def statement_row(hit: Hit, request: SearchRequest, links: Links) -> StatementRow:
    """Give the row of a statement that was found."""
    statement = hit.statement
    assert statement is not None, "a hit among statements has its statement"
    speaker = statement.speaker
    return StatementRow(
        id=statement.id,
        when=when(hit, request, links),
        speaker=speaker.name if speaker else unnamed(statement),
        speaker_url=links.speaker(speaker.id) if speaker else None,
        role=role_of(statement),
        badge=badge(statement.kind),
        note=note_of(statement),
        extract=_extract(hit.snippets[0]) if hit.snippets else Extract((), None, True, True),
        headline="".join(piece.text for piece in hit.headline),
        url=links.article(hit.article_id, request, f"s-{statement.id}"),
        permanent_url=links.statement(statement.id),
        outlet=hit.outlet,
    )


def when(hit: Hit, request: SearchRequest, links: Links) -> When:
    """Give a hit's date and its evidence."""
    return When(
        write_published(hit.published, hit.published_day, hit.precision),
        evidence(hit.dated_by, hit.precision),
        links.article(hit.article_id, request, "why-date"),
    )


def badge(kind: Kind, in_a_sentence: bool = False) -> Badge:
    """Give the badge of a kind of statement."""
    return Badge(kind, (messages.KINDS_IN_A_SENTENCE if in_a_sentence else messages.KINDS)[kind])


def role_of(statement: Statement) -> str:
    """Give the role that a statement's speaker was printed with, or what the speaker is if that is no person."""
    speaker = statement.speaker
    if speaker is None:
        return ""
    return speaker.role or ("" if speaker.type == "person" else messages.TYPES[speaker.type])


def note_of(statement: Statement) -> str:
    """Give what sets a statement apart from the sure and the said."""
    notes = []
    if statement.attribution == "possible":
        notes.append(messages.POSSIBLE)
    if statement.cue_class == "belief":
        notes.append(messages.BELIEF)
    return ", ".join(notes)


def unnamed(statement: Statement) -> str:
    """Name a source that the story does not name, in the story's words."""
    words = statement.source.text.strip() if statement.source else ""
    return words[:1].upper() + words[1:] if words else messages.UNNAMED


def cue_to_show(statement: Statement) -> str:
    """Give the cue that must come with words that are not verbatim: "denied", but not "said"."""
    if statement.kind == "direct" or statement.cue is None:
        return ""
    words = statement.cue.text.strip()
    is_neutral = all(word.lower() in messages.NEUTRAL_CUES for word in words.split())
    return "" if is_neutral or len(words.split()) > 4 else words


def lacks_marks(statement: Statement, text: str) -> bool:
    """Say whether verbatim words have no quotation marks around them: the content of a statement is without them."""
    text = text.strip()
    is_single = text.startswith(_SINGLE) and text.endswith(_SINGLE_END)
    return statement.kind == "direct" and not text.startswith(_DOUBLE) and not is_single


def _extract(snippet: Snippet, said: str = "") -> Extract:
    statement = snippet.statement
    lead = None
    if statement and said:
        name = statement.speaker.name if statement.speaker else unnamed(statement)
        lead = Lead(name, role_of(statement), badge(statement.kind, in_a_sentence=True), note_of(statement))
    cue = cue_to_show(statement) if statement and snippet.opens else ""
    is_bare = statement is not None and lacks_marks(statement, snippet.text)
    return Extract(snippet.pieces, lead, snippet.opens, snippet.closes, cue, is_bare)


def _is_about_words(request: SearchRequest) -> bool:
    return bool(request.text or request.speakers or request.role or request.kinds)
