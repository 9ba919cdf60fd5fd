"""Why an article is believed to be of its day, and its words those of their speakers: the evidence on its page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from search.documents import Article
from webui import messages
from webui.recorded import told_again
from webui.wording import decimal, label
from webui.written_dates import write_any


@dataclass(frozen=True, slots=True)
class Seen:
    """A date that was seen: what it rests on, and whether it was used."""

    text: str
    note: str
    words: str
    is_rejected: bool


@dataclass(frozen=True, slots=True)
class Link:
    """Whose words they are, and why."""

    source: str
    name: str
    why: str


def dates_seen(article: Article) -> Iterator[Seen]:
    """Give the dates that were seen, the one that was used first; each kind of evidence for a day once."""
    shown: set[tuple[str, str]] = set()
    own = write_any(article.published_day or article.published or "")
    rows = []
    for candidate in article.date_candidates:
        kind, _, role = candidate.evidence.partition(" (")
        text = write_any(candidate.value)
        named = label(messages.EVIDENCE, kind)
        if (text, candidate.evidence) in shown:
            continue
        shown.add((text, candidate.evidence))
        if role:
            note = (
                messages.IS_UPDATE()
                if role.startswith("updated")
                else f"{named} ({told_again(role.removesuffix(')'))})"
            )
            rows.append((2, Seen(text, note, candidate.text, True)))
        elif text == own and kind == article.dated_by:
            rows.append((0, Seen(text, messages.IS_USED(evidence=named), candidate.text, False)))
        elif text == own:
            rows.append((1, Seen(text, messages.AGREES(evidence=named), candidate.text, False)))
        else:
            rows.append((2, Seen(text, messages.DIFFERS(evidence=named), candidate.text, True)))
    yield from (seen for _, seen in sorted(rows, key=lambda row: row[0]))


def speakers_found(article: Article) -> Iterator[Link]:
    """Give how sources that are not the full name were understood, each once."""
    shown: set[object] = set()
    for statement in article.statements:
        source = statement.source.text.strip() if statement.source else ""
        for speaker, line in zip(statement.speakers, statement.why.split("\n"), strict=False):
            words = _own_words(line) if statement.together else source
            key = (words.lower(), speaker.id)
            if not line or speaker.name in words or key in shown:
                continue
            shown.add(key)
            why = line.removeprefix(f"{words} ← ")
            yield Link(words, speaker.name, f"{told_again(why)}; {decimal(statement.confidence, '0.00')}")
    for statement in article.statements:
        for speaker, line in zip(statement.speakers, statement.link.split("\n"), strict=False):
            if line and line not in shown:
                shown.add(line)
                yield Link("", speaker.name, messages.ELSEWHERE(why=told_again(line)))


def _own_words(line: str) -> str:
    """Give the words that name one of several, with which the line of their evidence begins."""
    words, arrow, _ = line.partition(" ← ")
    return words if arrow else ""
