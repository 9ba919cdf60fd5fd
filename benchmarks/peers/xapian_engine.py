"""Xapian, by the Python package of the system's own (on Debian: python3-xapian)."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from pathlib import Path

import xapian

from benchmarks.engines import SHOWN, Unanswerable
from benchmarks.questions import Question
from search.documents import Article
from search.hits import speakers_of
from search.ids import slug

_DAY, _MONTH, _OUTLET, _SPEAKERS = range(4)
_HEADLINE, _SPEAKER, _ID = "S", "XSPEAKER:", "Q"


class _Opened:
    def __init__(self, folder: Path) -> None:
        self._database = xapian.Database(str(folder))

    def top(self, question: Question) -> int:
        return int(self._enquire(question).get_mset(0, SHOWN, self._database.get_doccount()).get_matches_estimated())

    def page(self, question: Question) -> int:
        enquire = self._enquire(question)
        counting = [xapian.ValueCountMatchSpy(slot) for slot in (_MONTH, _OUTLET)]
        speakers = _SpeakerSpy()
        for spy in (*counting, speakers):
            enquire.add_matchspy(spy)
        found = enquire.get_mset(0, SHOWN, self._database.get_doccount())
        for spy in counting:
            [(item.term, item.termfreq) for item in spy.values()]
        for hit in found:
            found.snippet(hit.document.get_data().decode(), 240)
        return int(found.get_matches_estimated())

    def _enquire(self, question: Question) -> xapian.Enquire:
        enquire = xapian.Enquire(self._database)
        enquire.set_query(self._query(question))
        if question.newest:
            enquire.set_sort_by_value_then_relevance(_DAY, True)
        return enquire

    def _query(self, question: Question) -> xapian.Query:
        if question.how == "fuzzy":
            raise Unanswerable(question)
        if question.how == "phrase":
            query = _either(lambda prefix: xapian.Query(xapian.Query.OP_PHRASE, [prefix + w for w in question.words]))
        elif question.how == "star":
            query = _either(lambda prefix: self._beginning(prefix + question.words[0]))
        else:
            operator = xapian.Query.OP_AND if question.how == "all" else xapian.Query.OP_OR
            query = xapian.Query(
                operator, [_either(lambda prefix, w=word: xapian.Query(prefix + w)) for word in question.words]
            )
        if question.days:
            first, last = (datetime.date.fromisoformat(day).toordinal() for day in question.days)
            days = xapian.Query(
                xapian.Query.OP_VALUE_RANGE, _DAY, xapian.sortable_serialise(first), xapian.sortable_serialise(last)
            )
            query = xapian.Query(xapian.Query.OP_FILTER, query, days)
        if question.speaker:
            query = xapian.Query(xapian.Query.OP_FILTER, query, xapian.Query(_SPEAKER + slug(question.speaker)))
        return query

    def _beginning(self, prefix: str) -> xapian.Query:
        """Give a query for all terms that begin so; the package's own wildcard cannot be made from Python."""
        return xapian.Query(xapian.Query.OP_SYNONYM, [item.term for item in self._database.allterms(prefix)])


class _SpeakerSpy(xapian.MatchSpy):  # type: ignore[misc]
    """Counts speakers: a document has several, so the values are taken apart."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: dict[bytes, int] = {}

    def __call__(self, document: xapian.Document, weight: float) -> None:
        for name in document.get_value(_SPEAKERS).split(b"\0"):
            self.counts[name] = self.counts.get(name, 0) + 1


def _either(make: Callable[[str], xapian.Query]) -> xapian.Query:
    return xapian.Query(xapian.Query.OP_OR, xapian.Query(xapian.Query.OP_SCALE_WEIGHT, make(_HEADLINE), 2.0), make(""))


class _Engine:
    def build(self, folder: Path, batches: Iterable[Callable[[], list[Article]]]) -> None:
        database = xapian.WritableDatabase(str(folder), xapian.DB_CREATE_OR_OVERWRITE)
        for batch in batches:
            for article in batch():
                database.add_document(_document(article))
        database.commit()
        database.close()

    def update(self, folder: Path, changed: list[Article]) -> None:
        database = xapian.WritableDatabase(str(folder), xapian.DB_OPEN)
        for article in changed:
            database.replace_document(_ID + article.id, _document(article))
        database.commit()
        database.close()

    def open(self, folder: Path) -> _Opened:
        return _Opened(folder)


def _document(article: Article) -> xapian.Document:
    day = datetime.date.fromisoformat(article.published_day or "")
    made, names = xapian.Document(), [speaker.name for speaker in speakers_of(article)]
    generator = xapian.TermGenerator()
    generator.set_document(made)
    generator.index_text(article.headline, 1, _HEADLINE)
    generator.increase_termpos()
    generator.index_text(article.text)
    made.add_boolean_term(_ID + article.id)
    for name in names:
        made.add_boolean_term(_SPEAKER + slug(name))
    made.add_value(_DAY, xapian.sortable_serialise(day.toordinal()))
    made.add_value(_MONTH, f"{day:%Y-%m}")
    made.add_value(_OUTLET, article.outlet or "")
    made.add_value(_SPEAKERS, "\0".join(names))
    made.set_data(article.text)
    return made


ENGINE = _Engine()
