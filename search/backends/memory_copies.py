"""The reference engine's copies: which articles print the same story, and which statements say the same in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from search.copies import NO_SKETCH, find_leads, sketch, unpack, words_mark
from search.ordering import day_numbers, sort_key
from search.reading import Document, Reading, said_forms


class Copies:
    """Which articles are copies of each other, and which statements say the same words in copies."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        """Compare all articles."""
        ordered = sorted(
            readings, key=lambda reading: sort_key("oldest", 0.0, *day_numbers(reading.article), reading.article.id)
        )
        sketches = unpack(b"".join(sketch(reading.text) or NO_SKETCH for reading in ordered))
        ids = [reading.article.id for reading in ordered]
        leads = [ids[lead] for lead in find_leads(sketches).tolist()]
        shared = {lead for lead, count in Counter(leads).items() if count > 1}
        self._leads = {id: lead for id, lead in zip(ids, leads, strict=True) if lead in shared}
        self._places = {id: place for place, id in enumerate(ids)}

    def key(self, document: Document) -> object:
        """Give what all copies of a document have in common, and nothing else has."""
        reading, within = document
        lead = self._leads.get(reading.article.id)
        if within is None or lead is None:
            return lead or (within.statement.id if within else reading.article.id)
        words = words_mark(said_forms(reading, within))
        before = reading.statements[: reading.statements.index(within)]
        return lead, words, sum(1 for other in before if words_mark(said_forms(reading, other)) == words)

    def of(self, found: Iterable[Document]) -> dict[object, list[Document]]:
        """Give the documents by what they have in common, each group's earliest first."""
        groups: dict[object, list[Document]] = {}
        for document in sorted(found, key=lambda one: self._places[one[0].article.id]):
            groups.setdefault(self.key(document), []).append(document)
        return groups

    def beside(self, id: str) -> tuple[str, ...]:
        """Give the other articles of an article's group."""
        if id not in self._leads:
            return ()
        others = [other for other, lead in self._leads.items() if lead == self._leads[id] and other != id]
        return tuple(sorted(others, key=self._places.__getitem__))
