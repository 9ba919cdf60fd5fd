"""The reference engine's answers: it looks at every article in turn, slow, tiny, plainly right."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from search.analysis import begin_words, forms, plain_words
from search.backends.memory_copies import Copies
from search.backends.memory_scores import Scorer
from search.builds import IndexStatus
from search.copies import paragraph_marks
from search.deadline import check_time
from search.documents import Article, SpeakerEntry
from search.errors import OutOfTime
from search.hits import Match, card_of, copy_of, make_hits
from search.identity import Directory, by_statements
from search.ids import slug
from search.marks import find_marked
from search.matching import matches
from search.ordering import day_numbers, sort_key
from search.query.expand import expand, near_forms
from search.query.nodes import Query
from search.query.request import Collection, Sort
from search.reading import Document, read
from search.results import Facet, FacetField, FacetValue, FirstSeen, Matches, SpeakerList
from search.slips import MOST_DOUBLED


@dataclass(frozen=True, slots=True)
class _Forms:
    """The vocabulary, sorted."""

    known: tuple[str, ...]

    def beginning(self, prefix: str) -> Iterable[str]:
        start = bisect_left(self.known, prefix)
        for form in self.known[start:]:
            if not form.startswith(prefix):
                return
            yield form

    def similar(self, form: str) -> Iterable[str]:
        return (known for known in self.known if abs(len(known) - len(form)) <= MOST_DOUBLED)


class MemorySearcher:
    """Answers by looking at every article in turn."""

    def __init__(
        self, articles: Iterable[Article], status: IndexStatus, directory: Directory, ledger: Mapping[str, FirstSeen]
    ) -> None:
        """Take articles whose speakers have the archive's ids, and when each that was ever held entered it."""
        self._ledger = ledger
        self._readings = [
            replace(read(article), generation=ledger[article.id].generation)
            for article in sorted(articles, key=lambda article: article.id)
        ]
        self._numbers = {name: number for number, name in enumerate(sorted({r.generation for r in self._readings}))}
        self._by_id = {reading.article.id: reading for reading in self._readings}
        self._status, self._directory = status, directory
        self._copies = Copies(self._readings)
        tokens = (token for reading in self._readings for token in (*reading.headline, *reading.text))
        self._vocabulary = _Forms(tuple(sorted({token.form for token in tokens})))

    @property
    def generation(self) -> str:
        """The name of the generation."""
        return self._status.generation

    def search(
        self, query: Query, collection: Collection, sort: Sort, offset: int, limit: int, is_grouped: bool = False
    ) -> Matches:
        """Give the exact total and ``limit`` hits from ``offset`` on, with snippets."""
        found: list[tuple[tuple[float | int | str, ...], Document, float]] = []
        try:
            tree, warnings = expand(query, self._vocabulary, self._called)
            scorer = Scorer(tree, collection, self._readings)
            for document in self._found(tree, collection):
                score = scorer(document)
                found.append((self._key(document, sort, score), document, score))
            is_exact = True
        except OutOfTime:
            if not found:
                return Matches(0, (), total_is_exact=False, is_partial=True)
            is_exact = False
        copies = self._copies.of(document for _, document, _ in found) if is_grouped else {}
        first = [one for one in found if not is_grouped or copies[self._copies.key(one[1])][0] is one[1]]
        first.sort(key=lambda one: one[0])
        shown = (
            _match(document, tree, score, copies.get(self._copies.key(document), [])[1:])
            for _, document, score in first[offset : offset + limit]
        )
        hits, is_whole = make_hits(shown, collection, offset + 1)
        return Matches(len(first), hits, warnings, is_exact, not (is_exact and is_whole), len(found))

    def count(self, query: Query, collection: Collection, is_grouped: bool = False) -> int:
        """Give how many documents match."""
        tree, _ = expand(query, self._vocabulary, self._called)
        found = list(self._found(tree, collection))
        return len(self._copies.of(found)) if is_grouped else len(found)

    def facet(
        self,
        query: Query,
        collection: Collection,
        field: FacetField,
        shown: Query,
        limit: int,
        is_grouped: bool = False,
        offset: int = 0,
        beginning: str = "",
    ) -> Facet:
        """Count the values of a field over the documents that match."""
        tree, _ = expand(query, self._vocabulary, self._called)
        shown, _ = expand(shown, self._vocabulary, self._called)
        owners: dict[str, set[object]] = {}
        labels: dict[str, Counter[str]] = {}
        for document in self._found(tree, collection):
            for value, label in set(_values(document, field, shown)):
                labels.setdefault(value, Counter())[label] += 1
                owner = self._copies.key(document) if is_grouped else (document[0].article.id, id(document[1]))
                owners.setdefault(value, set()).add(owner)
        if field == "place":
            owners = _with_places_within(owners)
        values = [
            FacetValue(value, self._label(field, value, labels[value]), len(known)) for value, known in owners.items()
        ]
        if field in ("month", "year"):
            return Facet(field, tuple(sorted(values, key=lambda value: (value.value == "", value.value))), len(values))
        if beginning:
            wanted = forms(beginning)
            values = [value for value in values if begin_words(wanted, self._names(field, value))]
        values.sort(key=lambda value: (-value.count, value.label, value.value))
        return Facet(field, tuple(values[offset : offset + limit]), len(values))

    def _names(self, field: FacetField, value: FacetValue) -> tuple[str, ...]:
        entry = self._directory.entries.get(value.value) if field == "speaker" else None
        return (entry.name, *entry.names) if entry else (value.label,)

    def _label(self, field: FacetField, value: str, printed: Counter[str]) -> str:
        if field == "speaker" and value in self._directory.entries:
            return self._directory.entries[value].name
        return max(printed, key=lambda label: (printed[label], label))

    def _called(self, asked: str) -> tuple[str, ...]:
        return tuple(sorted(entry.id for entry in self._directory.called(asked)))

    def article(self, id: str) -> Article | None:
        """Give a whole article."""
        reading = self._by_id.get(id)
        return reading.article if reading else None

    def first_seen(self, ids: Sequence[str]) -> Mapping[str, FirstSeen]:
        """Give when articles entered the archive, those of them that it holds."""
        return {id: self._ledger[id] for id in ids if id in self._by_id}

    def copies(self, id: str) -> tuple[str, ...]:
        """Give the ids of the other articles that print the same story, earliest first."""
        return self._copies.beside(id)

    def sharing(self, marks: Sequence[int]) -> tuple[str, ...]:
        """Give the ids of articles with a paragraph that has any of these marks."""
        wanted = set(marks)
        return tuple(
            reading.article.id
            for reading in self._readings
            if any(wanted & set(own) for _, own in paragraph_marks(reading.text))
        )

    def speakers(self, prefix: str, offset: int, limit: int) -> SpeakerList:
        """Give speakers of whose name a word begins with ``prefix``, most statements first."""
        wanted = forms(prefix)
        entries = self._directory.entries.values()
        found = [one for one in entries if not prefix or begin_words(wanted, (one.name, *one.names))]
        found.sort(key=by_statements)
        return SpeakerList(len(found), tuple(found[offset : offset + limit]))

    def speaker(self, id: str) -> tuple[SpeakerEntry, ...]:
        """Give everyone whom an id means."""
        return self._directory.called(id)

    def similar(self, form: str) -> tuple[str, ...]:
        """Give the forms that are one slip from this one."""
        return near_forms(form, self._vocabulary)

    def status(self) -> IndexStatus:
        """Give what the index says of itself."""
        return self._status

    def _found(self, tree: Query, collection: Collection) -> Iterator[Document]:
        for reading in self._readings:
            check_time()
            if collection == "articles":
                if matches(tree, reading):
                    yield reading, None
            else:
                yield from ((reading, within) for within in reading.statements if matches(tree, reading, within))

    def _key(self, document: Document, sort: Sort, score: float) -> tuple[float | int | str, ...]:
        reading, within = document
        id = within.statement.id if within else reading.article.id
        return sort_key(sort, score, *day_numbers(reading.article), id, self._numbers[reading.generation])


def _match(document: Document, tree: Query, score: float, copies: list[Document]) -> Match:
    reading, within = document
    return Match(
        partial(card_of, reading.article),
        partial(find_marked, reading, tree, within),
        score,
        (lambda: within.statement) if within else None,
        tuple(partial(copy_of, card_of(other.article), said.statement.id if said else None) for other, said in copies),
    )


def _with_places_within(owners: Mapping[str, set[object]]) -> dict[str, set[object]]:
    """Give each place with all that a search for it finds: what has its words in a longer place as well."""
    words = {place: set(place.split()) for place in owners}
    return {
        place: set[object]().union(*(owners[other] for other in owners if words[place] <= words[other]))
        for place in owners
    }


def _values(document: Document, field: FacetField, shown: Query) -> Iterator[tuple[str, str]]:
    """Give the values that a document has in a field, each with its label; a value may come several times."""
    reading, within = document
    article = reading.article
    if field == "outlet":
        if article.outlet:
            yield slug(article.outlet), article.outlet
    elif field == "place":
        place = article.dateline.place if article.dateline else None
        if place and plain_words(place):
            yield plain_words(place), place
    elif field in ("month", "year"):
        published = (article.published_day or article.published or "")[: 7 if field == "month" else 4]
        yield published, published
    else:
        said = [within] if within else [found for found in reading.statements if matches(shown, reading, found)]
        for statement in (found.statement for found in said):
            if field == "kind":
                yield statement.kind, statement.kind
            elif field == "speaker":
                yield from ((speaker.id, speaker.name) for speaker in statement.speakers)
            else:
                yield from ((slug(speaker.role), speaker.role) for speaker in statement.speakers if speaker.role)
