"""The judged searches asked of other engines: SQLite's FTS5, and tantivy where it is installed, each by its own BM25.

They index the same headlines and texts, stemmed alike, and are asked for the words of a search. What they have no
notion of, who says something, where and when it was printed, what stands within one statement, is filtered by us, the
same for all, and so are the forms that a star or tilde stands for. Searches without words are left out.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol

from search.analysis import stem
from search.backends.whoosh.searcher import WhooshSearcher
from search.documents import Article
from search.query.build import build_query
from search.query.leaves import Forms, Phrase, Word
from search.query.nodes import And, Everything, InField, Not, Or, Query, Statement, all_of
from search.query.request import SearchRequest

READ = 100
WEIGHTS = {"": 1.0, ", headline three times": 3.0}
"""What a headline's word is worth to a peer: as it comes, and as it is here."""


class Ranker(Protocol):
    """Ranks all articles that hold the words of a tree, best first, by their numbers."""

    def ranked(self, words: Query, headline: float) -> Sequence[int]: ...


class Peers:
    """The peers over one archive."""

    def __init__(self, searcher: WhooshSearcher) -> None:
        everything = build_query(SearchRequest())
        hits = searcher.search(everything, "articles", "newest", 0, 10_000).hits
        self._searcher, self.ids = searcher, [hit.article_id for hit in hits]
        articles = [article for id in self.ids if (article := searcher.article(id))]
        self.rankers: dict[str, Ranker] = {"SQLite FTS5": _Fts5(articles)}
        with contextlib.suppress(ImportError):
            self.rankers["tantivy"] = _Tantivy(articles)

    def best(self, request: SearchRequest, name: str, headline: float) -> list[str] | None:
        """Give the ids that a peer puts first, or nothing if the search has no words."""
        tree = self._searcher.top(build_query(request), "articles", "relevance", 0, 0).tree
        words = _words(tree)
        if words == Everything():
            return None
        allowed = self._allowed(_filters(tree))
        found = (self.ids[number] for number in self.rankers[name].ranked(words, headline))
        return [id for id in found if id in allowed][:READ]

    def _allowed(self, filters: Query) -> set[str]:
        hits = self._searcher.search(filters, "articles", "newest", 0, 10_000).hits
        return {hit.article_id for hit in hits}


def _words(node: Query) -> Query:
    """Give what a tree asks of the words of an article, those within statements among them."""
    if isinstance(node, Word | Phrase | Forms):
        return node
    if isinstance(node, InField):
        return node if node.field == "headline" else Everything()
    if isinstance(node, Statement):
        return _words(node.child)
    if isinstance(node, And):
        return all_of(*map(_words, node.children))
    if isinstance(node, Or):
        children = tuple(child for child in map(_words, node.children) if child != Everything())
        return Or(children) if children else Everything()
    if isinstance(node, Not) and isinstance(node.child, Word | Phrase | Forms):
        return node
    return Everything()


def _filters(node: Query) -> Query:
    """Give what is left of a tree without its own words: what is filtered for all alike."""
    if isinstance(node, And):
        return all_of(*map(_filters, node.children))
    if isinstance(node, Word | Phrase | Forms | InField | Or):
        return Everything()
    return Everything() if isinstance(node, Not) and isinstance(node.child, Word | Phrase | Forms) else node


def _spellings(form: str) -> list[list[str]]:
    """Give the words that a peer makes of a form: "118000" is printed 118,000 and parted there."""
    if form.isdigit() and len(form) > 3:
        return [[form], f"{int(form):,}".split(",")]
    return [form.replace(".", " ").split()]


class _Fts5:
    def __init__(self, articles: Sequence[Article]) -> None:
        self._rows = sqlite3.connect(":memory:")
        self._rows.execute("CREATE VIRTUAL TABLE words USING fts5 (headline, text, tokenize = 'porter unicode61')")
        rows = ((number, one.headline, one.text) for number, one in enumerate(articles))
        self._rows.executemany("INSERT INTO words (rowid, headline, text) VALUES (?, ?, ?)", rows)

    def ranked(self, words: Query, headline: float) -> Sequence[int]:
        asked = f"SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words, {headline}, 1.0), rowid"
        return [number for (number,) in self._rows.execute(asked, (_match(words),))]


def _match(node: Query) -> str:
    """Give a tree in FTS5's own language."""
    if isinstance(node, Word):
        return _any(f'"{" ".join(spelled)}"' for spelled in _spellings(node.form))
    if isinstance(node, Forms):
        return _any(f'"{form}"' for form in node.forms)
    if isinstance(node, Phrase):
        run = [spelled for word in node.words for spelled in _spellings(word.form)[-1]]
        if node.near is None:
            return f'"{" ".join(run)}"'
        quoted = " ".join(f'"{word}"' for word in run)
        return f"NEAR({quoted}, {max(0, node.near - len(run) + 1)})"
    if isinstance(node, InField):
        return f"headline : ({_match(node.child)})"
    if isinstance(node, Or):
        return _any(map(_match, node.children))
    assert isinstance(node, And), f"{node!r} is not about words"
    wanted = " AND ".join(_match(child) for child in node.children if not isinstance(child, Not))
    without = "".join(f" NOT {_match(child.child)}" for child in node.children if isinstance(child, Not))
    return f"(({wanted}){without})"


def _any(parts: Iterator[str]) -> str:
    return f"({' OR '.join(parts)})"


class _Tantivy:
    def __init__(self, articles: Sequence[Article]) -> None:
        import tantivy

        self._tantivy: Any = tantivy
        builder = tantivy.SchemaBuilder()
        for field in ("headline", "text"):
            builder.add_text_field(field, tokenizer_name="en_stem")
        builder.add_integer_field("number", stored=True)
        self._schema = builder.build()
        index = tantivy.Index(self._schema)
        writer = index.writer(heap_size=15_000_000, num_threads=1)
        for number, one in enumerate(articles):
            made = tantivy.Document()
            made.add_text("headline", one.headline)
            made.add_text("text", one.text)
            made.add_integer("number", number)
            writer.add_document(made)
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self._searcher = index.searcher()

    def ranked(self, words: Query, headline: float) -> Sequence[int]:
        found = self._searcher.search(self._query(words, headline), 10_000).hits
        return [self._searcher.doc(address)["number"][0] for _, address in found]

    def _query(self, node: Query, headline: float, fields: Sequence[str] = ("headline", "text")) -> Any:
        query, occur = self._tantivy.Query, self._tantivy.Occur

        def either(make: Callable[[str], Any]) -> Any:
            weights = {"headline": headline, "text": 1.0}
            return query.boolean_query([(occur.Should, query.boost_query(make(one), weights[one])) for one in fields])

        def run(words: Sequence[str], slop: int) -> Any:
            stems = [stem(word) for word in words]
            if len(stems) == 1:
                return either(lambda field: query.term_query(self._schema, field, stems[0]))
            return either(lambda field: query.phrase_query(self._schema, field, stems, slop))

        if isinstance(node, Word):
            return query.boolean_query([(occur.Should, run(spelled, 0)) for spelled in _spellings(node.form)])
        if isinstance(node, Forms):
            return query.boolean_query([(occur.Should, run([form], 0)) for form in node.forms])
        if isinstance(node, Phrase):
            return run([one for word in node.words for one in _spellings(word.form)[-1]], node.near or 0)
        if isinstance(node, InField):
            return self._query(node.child, headline, ("headline",))
        if isinstance(node, Or):
            return query.boolean_query([(occur.Should, self._query(one, headline, fields)) for one in node.children])
        assert isinstance(node, And), f"{node!r} is not about words"
        parts = []
        for child in node.children:
            asked = child.child if isinstance(child, Not) else child
            must = occur.MustNot if isinstance(child, Not) else occur.Must
            parts.append((must, self._query(asked, headline, fields)))
        return query.boolean_query(parts)
