"""A segment's articles and statements as columns, made from the facts that are stored in Whoosh."""

from __future__ import annotations

import json
from array import array
from base64 import b64decode
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np

from search.analysis import forms
from search.backends.whoosh.arrays import (
    Array,
    Ints,
    Strings,
    encoded,
    load,
    narrow,
    save,
    stand,
    starts,
    write_strings,
)
from search.backends.whoosh.facts import ArticleFacts, StatementFacts
from search.backends.whoosh.layout import STATEMENT_FIELDS, WORD_FIELDS
from search.backends.whoosh.ranges import Ranges, write_ranges
from search.copies import NO_SKETCH, unpack
from search.ids import slug
from search.ordering import UNDATED_DAY

TABLES = ("outlets", "places", "homes", "expansions", "months", "dated_by", "names", "roles", "speakers")


class _Table:
    """Distinct values by number, in the order of first sight."""

    def __init__(self) -> None:
        self.numbers: dict[object, int] = {}

    def number(self, value: object) -> int:
        return self.numbers.setdefault(value, len(self.numbers))


class ColumnsBuilder:
    """Takes the facts of a segment's articles, in order, and writes their columns."""

    def __init__(self) -> None:
        """Begin with none."""
        self._tables = {name: _Table() for name in TABLES}
        self._article = {name: array("q") for name in _ARTICLE_COLUMNS}
        self._statement = {name: array("q") for name in _STATEMENT_COLUMNS}
        self._appearance = {name: array("q") for name in _APPEARANCE_COLUMNS}
        self._expansion = {name: array("q") for name in _EXPANSION_COLUMNS}
        self._ranges = {field: array("q") for field in STATEMENT_FIELDS}
        self._ids, self._statement_ids = bytearray(), bytearray()
        self._id_lengths, self._statement_id_lengths = array("q"), array("q")
        self._sketches = bytearray()
        self._marks, self._marked = array("q"), array("q")

    def add(self, facts: ArticleFacts) -> None:
        """Take the next article."""
        article, tables = self._article, self._tables
        self._ids += (id_ := encoded(facts.id))
        self._id_lengths.append(len(id_))
        for name, value in (
            ("first", facts.first),
            ("last", facts.last),
            ("coarse", facts.coarse),
            ("day", facts.day),
            ("outlet", tables["outlets"].number(facts.outlet)),
            ("place", tables["places"].number(facts.place)),
            ("home", tables["homes"].number(facts.home)),
            ("month", tables["months"].number(facts.month)),
            ("dated_by", tables["dated_by"].number(facts.dated_by)),
            ("is_excerpt", facts.is_excerpt),
            ("statements", len(facts.statements)),
            *((f"{field}_length", length) for field, length in zip(WORD_FIELDS, facts.lengths, strict=True)),
            *((f"{field}_extent", extent) for field, extent in zip(WORD_FIELDS, facts.extents, strict=True)),
        ):
            article[name].append(value)
        number = len(article["first"]) - 1
        for pair in facts.expansions:
            self._expansion["article"].append(number)
            self._expansion["pair"].append(tables["expansions"].number(tuple(pair)))
        self._sketches += b64decode(facts.sketch) or NO_SKETCH
        self._marks.extend(facts.marks)
        self._marked.extend([number] * len(facts.marks))
        first_appearance = len(self._appearance["article"])
        for speaker in facts.speakers:
            key = (speaker.id, speaker.name, speaker.role, speaker.type)
            self._appearance["article"].append(number)
            self._appearance["speaker"].append(tables["speakers"].number(key))
            self._appearance["statements"].append(speaker.statements)
        for statement in facts.statements:
            self._add_statement(statement, number, first_appearance)

    def _add_statement(self, facts: StatementFacts, article: int, first_appearance: int) -> None:
        columns, tables = self._statement, self._tables
        self._statement_ids += (id_ := encoded(facts.id))
        self._statement_id_lengths.append(len(id_))
        number = len(columns["article"])
        for name, value in (
            ("article", article),
            ("kind", facts.kind),
            ("attribution", facts.attribution),
            ("cue_class", facts.cue_class),
            ("appearance", first_appearance + facts.speaker if facts.speaker >= 0 else -1),
            ("name", tables["names"].number(facts.name) if facts.speaker >= 0 else -1),
            ("role", tables["roles"].number(facts.role or "") if facts.speaker >= 0 else -1),
            ("length", facts.length),
            ("words", facts.words),
        ):
            columns[name].append(value)
        for first, end in facts.ranges:
            self._ranges[facts.field].extend((article, first, end, number))

    @property
    def ids(self) -> list[bytes]:
        """The articles' ids."""
        return _cut(self._ids, self._id_lengths)

    @property
    def extents(self) -> dict[str, Ints]:
        """How many positions each article's fields take."""
        return {field: np.array(self._article[f"{field}_extent"], np.int64) for field in WORD_FIELDS}

    def write(self, folder: Path) -> None:
        """Write the columns."""
        article = {name: np.array(values, np.int64) for name, values in self._article.items()}
        statement = {name: np.array(values, np.int64) for name, values in self._statement.items()}
        for name in ("first", "last", "coarse", "day", "outlet", "place", "home", "month", "dated_by", "is_excerpt"):
            save(folder / f"article.{name}.npy", narrow(article[name]))
        for field in WORD_FIELDS:
            save(folder / f"article.{field}_length.npy", narrow(article[f"{field}_length"]))
        save(folder / "article.statements.npy", narrow(starts(article["statements"])))
        for name in ("article", "kind", "attribution", "cue_class", "length", "words"):
            save(folder / f"statement.{name}.npy", narrow(statement[name]))
        for name in ("appearance", "name", "role"):
            save(folder / f"statement.{name}.npy", statement[name].astype(np.int32))
        for name, values in self._appearance.items():
            save(folder / f"appearance.{name}.npy", narrow(np.array(values, np.int64)))
        for name, values in self._expansion.items():
            save(folder / f"expansion.{name}.npy", narrow(np.array(values, np.int64)))
        for field in STATEMENT_FIELDS:
            rows = np.array(self._ranges[field], np.int64).reshape(-1, 4)
            bases = starts(self.extents[field] + 1)[rows[:, 0]]
            write_ranges(folder, field, bases + rows[:, 1], bases + rows[:, 2], rows[:, 3])
        self._write_marks(folder)
        ids, statement_ids = self.ids, _cut(self._statement_ids, self._statement_id_lengths)
        write_strings(folder, "ids", ids)
        write_strings(folder, "statement_ids", statement_ids)
        self._write_orders(folder, "article", article, ids)
        days = {name: article[name][statement["article"]] for name in ("first", "last", "coarse")}
        self._write_orders(folder, "statement", days, statement_ids)
        tables = {name: list(table.numbers) for name, table in self._tables.items()}
        (folder / "tables.json").write_text(json.dumps(tables), encoding="ascii")

    def _write_marks(self, folder: Path) -> None:
        """Write what copies are known by: the sketches, and the marks of paragraphs in order, each with its article."""
        save(folder / "sketches.npy", unpack(bytes(self._sketches)))
        marks, articles = np.array(self._marks, np.int64), np.array(self._marked, np.int64)
        order = np.lexsort((articles, marks))
        save(folder / "paragraph.marks.npy", marks[order].astype(np.uint32))
        save(folder / "paragraph.articles.npy", narrow(articles[order]))

    @staticmethod
    def _write_orders(folder: Path, what: str, days: dict[str, Ints], ids: Sequence[bytes]) -> None:
        """Write the numbers in the order of their ids, and each number's rank by newest and by oldest."""
        by_id = np.argsort(np.array(ids, dtype=np.bytes_), kind="stable")
        id_rank = _ranks(by_id)
        undated = days["first"] == UNDATED_DAY
        newest = np.lexsort((id_rank, days["coarse"], -days["first"], undated))
        oldest = np.lexsort((id_rank, days["coarse"], days["last"], undated))
        save(folder / f"{what}.by_id.npy", by_id.astype(np.int32))
        save(folder / f"{what}.newest.npy", _ranks(newest).astype(np.int32))
        save(folder / f"{what}.oldest.npy", _ranks(oldest).astype(np.int32))


_ARTICLE_COLUMNS = (
    *("first", "last", "coarse", "day", "outlet", "place", "home", "month", "dated_by", "is_excerpt", "statements"),
    *(f"{field}_{what}" for field in WORD_FIELDS for what in ("length", "extent")),
)
_STATEMENT_COLUMNS = ("article", "kind", "attribution", "cue_class", "appearance", "name", "role", "length", "words")
_APPEARANCE_COLUMNS = ("article", "speaker", "statements")
_EXPANSION_COLUMNS = ("article", "pair")


def _ranks(order: Array) -> Ints:
    ranks = np.empty(len(order), np.int64)
    ranks[order] = np.arange(len(order))
    return ranks


def _cut(joined: bytearray, lengths: array[int]) -> list[bytes]:
    whole, at, found = bytes(joined), 0, []
    for length in lengths:
        found.append(whole[at : at + length])
        at += length
    return found


class Labels:
    """A column's distinct values by number, and the words in them."""

    def __init__(self, values: Sequence[str]) -> None:
        """Take the values."""
        self.values = tuple(values)

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        """The values as they stand in addresses."""
        return tuple(map(slug, self.values))

    @cached_property
    def _words(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(forms(value)) for value in self.values)

    def holding(self, words: Sequence[str]) -> Array:
        """Say of each value whether it holds all the words."""
        wanted = frozenset(words)
        return np.fromiter((wanted <= held for held in self._words), np.bool_, len(self.values))

    def called(self, slugs: Sequence[str]) -> Array:
        """Say of each value whether it is one of these in addresses; one that is empty is none."""
        pairs = zip(self.values, self.slugs, strict=True)
        return np.fromiter((value != "" and name in slugs for value, name in pairs), np.bool_, len(self.values))


class Columns:
    """A segment's columns, opened."""

    def __init__(self, folder: Path) -> None:
        """Open what ``ColumnsBuilder.write`` wrote."""
        self._folder = folder
        self.ids = Strings(folder, "ids")
        self.statement_ids = Strings(folder, "statement_ids")
        self.article = {path.name.split(".")[1]: load(path) for path in sorted(folder.glob("article.*.npy"))}
        self.statement = {path.name.split(".")[1]: load(path) for path in sorted(folder.glob("statement.*.npy"))}
        self.appearance = {path.name.split(".")[1]: load(path) for path in sorted(folder.glob("appearance.*.npy"))}
        self.ranges = {field: Ranges(folder, field) for field in STATEMENT_FIELDS}
        self._paragraph_marks = load(folder / "paragraph.marks.npy")
        self._paragraph_articles = load(folder / "paragraph.articles.npy")
        tables = json.loads((folder / "tables.json").read_text(encoding="ascii"))
        self.speakers: list[tuple[str, str, str | None, str]] = [tuple(row) for row in tables.pop("speakers")]
        self.expansions: list[tuple[str, str]] = [tuple(row) for row in tables.pop("expansions")]
        self.expansion = {path.name.split(".")[1]: load(path) for path in sorted(folder.glob("expansion.*.npy"))}
        self.tables = {name: Labels([value or "" for value in values]) for name, values in tables.items()}

    @cached_property
    def sketches(self) -> Array:
        """The articles' sketches, a row each."""
        return load(self._folder / "sketches.npy")

    def sharing(self, marks: Sequence[int]) -> set[int]:
        """Give the articles, live or not, that have a paragraph with any of these marks."""
        wanted = np.array(sorted(marks), np.int64)
        begins = stand(self._paragraph_marks, wanted - 1)
        ends = stand(self._paragraph_marks, wanted)
        pairs = zip(begins.tolist(), ends.tolist(), strict=True)
        return {number for begin, end in pairs for number in self._paragraph_articles[begin:end].tolist()}

    @property
    def articles(self) -> int:
        """How many articles there are, live or not."""
        return len(self.ids)

    @property
    def statements(self) -> int:
        """How many statements there are, live or not."""
        return len(self.statement_ids)

    def find(self, id: str) -> int | None:
        """Give the last article added under an id."""
        order = self.article["by_id"]
        at = self.ids.place(id, order)
        found = None
        while at < len(order) and self.ids.raw(int(order[at])) == encoded(id):
            found = max(found if found is not None else -1, int(order[at]))
            at += 1
        return found
