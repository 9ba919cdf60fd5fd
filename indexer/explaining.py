"""Why an article was read as it was: what ``show --explain`` prints beside its wire form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from indexer.articles import Finished, finish_articles
from indexer.date_clues import CONFIDENCE, Clue
from indexer.files import SourcePath, read_bytes
from indexer.outcomes import Limits, ReadingSettings
from indexer.overrides import Override
from indexer.parsing.parsed import LeftOut, reason_of
from indexer.show import error_to_wire
from search.backends.base import Searcher
from search.documents import Article, SpeakerEntry, Statement
from search.hits import each_speaker
from search.identity import link_of
from search.wire import article_to_wire


def explain_file(
    source: SourcePath, settings: ReadingSettings, limits: Limits, archive: Searcher | None = None
) -> Iterator[dict[str, Any]]:
    """Give the lines of ``show`` for a file, each article's with an ``explain`` object. No fault of it is raised.

    ``archive`` is asked who the speakers are in other articles, if there is one.
    """
    try:
        for one in finish_articles(source, read_bytes(source, limits.file_bytes), settings):
            if not isinstance(one, LeftOut):
                yield article_to_wire(one.article) | {"explain": explanation(one, archive)}
            elif one.part and not one.expected:
                yield error_to_wire(f"{source.path}!{one.part}", one.reason)
    except Exception as error:  # as for any other reading of a file
        yield error_to_wire(source.path, reason_of(error))


def explanation(made: Finished, archive: Searcher | None = None) -> dict[str, Any]:
    """Give what an article was made from, and why, as plain values."""
    indexed = archive.article(made.article.id) if archive else None
    linked = {statement.id: statement for statement in indexed.statements} if indexed else {}
    return {
        "text_from": made.parsed.text_from or "the file's text, without its header and what stands below the story",
        "dropped": [{"text": line.text, "reason": line.reason} for line in made.parsed.dropped],
        "overridden": _override(made.override),
        "dated": made.dating.why,
        "dates": _dates(made),
        "archive_speakers": [_entry(entry) for entry in _entries(indexed, archive)],
        "speakers": [_speaker(statement, linked.get(statement.id)) for statement in made.article.statements],
    }


def _entries(indexed: Article | None, archive: Searcher | None) -> Iterator[SpeakerEntry]:
    ids = {speaker.id for statement in indexed.statements for speaker in statement.speakers} if indexed else set()
    for id in sorted(ids):
        yield from (entry for entry in (archive.speaker(id) if archive else ()) if entry.id == id)


def _entry(entry: SpeakerEntry) -> dict[str, Any]:
    """Give a speaker of the archive with every role as printed."""
    roles = [{"role": one.role, "first": one.first, "last": one.last, "count": one.count} for one in entry.roles]
    return {"id": entry.id, "name": entry.name, "names": list(entry.names), "roles": roles}


def _override(override: Override) -> dict[str, str]:
    values = (("date", override.date), ("outlet", override.outlet), ("headline", override.headline))
    return {name: value for name, value in values if value}


def _dates(made: Finished) -> list[dict[str, Any]]:
    """The evidence for the day of publication from the best down, then what counts for other days, or for none."""
    won = made.dating.dated_by is not None
    found = [_date(rank, clue, won and rank == 1) for rank, clue in enumerate(made.dating.ranked, start=1)]
    for one in made.dating.candidates:
        evidence, _, role = one.evidence.partition(" (")
        if role:
            role = {"updated": "a day of change", "bound": "a day before which it was published"}[role.rstrip(")")]
            found.append(_unranked(one.value, evidence, one.text, role))
    found += [_unranked(None, no.seen.evidence, no.seen.text, no.reason) for no in made.dating.refused]
    return found


def _date(rank: int, clue: Clue, won: bool) -> dict[str, Any]:
    return {
        "rank": rank,
        "value": clue.date.value,
        "evidence": clue.seen.evidence,
        "text": clue.seen.text,
        "alone": CONFIDENCE[clue.seen.evidence],
        "note": "won" if won else "",
    }


def _unranked(value: str | None, evidence: str, text: str, note: str) -> dict[str, Any]:
    return {"rank": None, "value": value, "evidence": evidence, "text": text, "alone": None, "note": note}


def _speaker(statement: Statement, linked: Statement | None) -> dict[str, Any]:
    return {
        "statement": statement.id,
        **_ids(statement),
        "attribution": statement.attribution,
        "why": statement.why,
        "archive": {**_ids(linked), "why": link_of(linked)} if linked and linked.speakers else None,
    }


def _ids(statement: Statement) -> dict[str, Any]:
    """Give who says a statement: the one, if it is one, and everyone."""
    speakers = [speaker.id for speaker in each_speaker(statement)]
    return {"speaker": statement.speaker and statement.speaker.id, "speakers": speakers}
