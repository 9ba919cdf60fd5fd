"""What is known of the speakers of one article: compact, without its text; all that identity is made from."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from search.documents import Article, Speaker
from search.ids import slug
from search.speakers.acronyms import expansions, initials_of


@dataclass(frozen=True, slots=True)
class Heard:
    """A speaker of one article, as named there, with how many statements that are shown by default."""

    speaker: Speaker
    statements: int


@dataclass(frozen=True, slots=True)
class Record:
    """An article's speakers, its day, place and home, and the acronyms that it spells out.

    ``home`` is where it was printed: its outlet as in addresses, else its site, else its first folder. ``path`` is its
    file; it is looked at by tables of speakers only, and may be empty where there is none.
    """

    article_id: str
    day: str | None
    home: str
    place: str
    speakers: tuple[Heard, ...]
    expansions: tuple[tuple[str, str], ...] = ()
    path: str = ""


def record_of(article: Article) -> Record:
    """Give the record of an article."""
    counts: dict[str, int] = {}
    found: dict[str, Speaker] = {}
    acronyms = list(expansions(article.text))
    for statement in article.statements:
        for speaker in statement.speakers:
            found.setdefault(speaker.id, speaker)
            is_shown = statement.attribution == "sure" and statement.cue_class == "speech"
            counts[speaker.id] = counts.get(speaker.id, 0) + is_shown
            called = statement.source.text.split()[-1] if statement.source else ""
            pair = initials_of(speaker.name, called) if speaker.type != "person" else None
            acronyms += [pair] if pair else []
    return Record(
        article.id,
        article.published_day,
        home_of(article),
        (article.dateline and article.dateline.place) or "",
        tuple(Heard(speaker, counts[id]) for id, speaker in found.items()),
        tuple(dict.fromkeys(acronyms)),
        article.files[0].path if article.files else "",
    )


def home_of(article: Article) -> str:
    """Give where an article was printed: its outlet, else the site of its address, else its file's first folder."""
    if article.outlet_id:
        return article.outlet_id
    if article.url:
        try:
            host = urlsplit(article.url).hostname or ""
        except ValueError:
            host = ""
        if host:
            return slug(host.removeprefix("www."))
    path = article.files[0].path if article.files else ""
    return slug(path.partition("/")[0]) if "/" in path else ""
