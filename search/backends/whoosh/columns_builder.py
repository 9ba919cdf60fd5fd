"""A segment's articles and statements as columns, made from the facts that are stored in Whoosh."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from search.backends.whoosh.arrays import Array, encoded, narrow, starts, type_for
from search.backends.whoosh.facts import ArticleFacts, StatementFacts
from search.backends.whoosh.kin import write_keys
from search.backends.whoosh.layout import STATEMENT_FIELDS, WORD_FIELDS
from search.backends.whoosh.packing import Packing
from search.backends.whoosh.ranges import write_ranges
from search.backends.whoosh.spools import Spool
from search.copies import NO_SKETCH, SKETCH
from search.ordering import UNDATED_DAY

_AT_ONCE = 1 << 14
"""Ids that are brought to one width at once."""
TABLES = ("outlets", "places", "homes", "expansions", "months", "dated_by", "names", "roles", "speakers")


class _Table:
    """Distinct values by number, in the order of first sight."""

    def __init__(self) -> None:
        self.numbers: dict[Any, int] = {}

    def number(self, value: Any) -> int:
        return self.numbers.setdefault(value, len(self.numbers))


class ColumnsBuilder:
    """Takes the facts of a segment's articles, in order, and writes their columns."""

    def __init__(self, folder: Path) -> None:
        """Begin with none. What is not needed before the end waits in a folder."""
        self._tables = {name: _Table() for name in TABLES}

        def spools(of: str, types: Mapping[str, str]) -> dict[str, Spool]:
            return {name: Spool(folder / f"{of}.{name}.spool", type) for name, type in types.items()}

        self._article = spools("article", dict.fromkeys(_ARTICLE_COLUMNS, "I"))
        self._statement = spools("statement", _STATEMENT_COLUMNS)
        self._together = spools("together", _TOGETHER_COLUMNS)
        self._appearance = spools("appearance", dict.fromkeys(_APPEARANCE_COLUMNS, "I"))
        self._expansion = spools("expansion", dict.fromkeys(_EXPANSION_COLUMNS, "I"))
        self._ranges = spools("ranges", dict.fromkeys(STATEMENT_FIELDS, "I"))
        self._ids, self._statement_ids = _Ids(folder, "ids"), _Ids(folder, "statement_ids")
        self._copies = spools("copies", {"sketches": "H", "marks": "Q"})
        self._articles = self._statements = self._appearances = 0

    def add(self, facts: ArticleFacts) -> None:
        """Take the next article."""
        article, tables = self._article, self._tables
        self._ids.add(facts.id)
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
        number, first_appearance = self._articles, self._appearances
        for pair in facts.expansions:
            self._expansion["article"].append(number)
            self._expansion["pair"].append(tables["expansions"].number(tuple(pair)))
        self._copies["sketches"].add_bytes(b64decode(facts.sketch) or NO_SKETCH)
        self._copies["marks"].extend([mark << 32 | number for mark in facts.marks])
        for speaker in facts.speakers:
            key = (speaker.id, speaker.name, speaker.role, speaker.type)
            self._appearance["article"].append(number)
            self._appearance["speaker"].append(tables["speakers"].number(key))
            self._appearance["statements"].append(speaker.statements)
        for statement in facts.statements:
            self._add_statement(statement, number, first_appearance)
        self._articles += 1
        self._appearances += len(facts.speakers)

    def _add_statement(self, facts: StatementFacts, article: int, first_appearance: int) -> None:
        columns, tables = self._statement, self._tables
        self._statement_ids.add(facts.id)
        voices = [
            (
                first_appearance + voice.speaker,
                tables["names"].number(voice.name),
                tables["roles"].number(voice.role or ""),
            )
            for voice in facts.voices
        ]
        for voice in voices[1:]:
            for name, value in zip(_TOGETHER_COLUMNS, (self._statements, *voice), strict=True):
                self._together[name].append(value)
        for name, value in (
            ("article", article),
            ("kind", facts.kind),
            ("attribution", facts.attribution),
            ("cue_class", facts.cue_class),
            *zip(_VOICE_COLUMNS, voices[0] if voices else _NOBODY, strict=True),
            ("length", facts.length),
            ("words", facts.words),
        ):
            columns[name].append(value)
        for first, end in facts.ranges:
            self._ranges[facts.field].extend((article, first, end, self._statements))
        self._statements += 1

    def write(self, packing: Packing) -> Array:
        """Write the columns, and have nothing more; give the articles' ids."""
        article = {name: spool.take() for name, spool in self._article.items()}
        for name in ("first", "last", "coarse", "day", "outlet", "place", "home", "month", "dated_by", "is_excerpt"):
            packing.save(f"article.{name}", narrow(article[name]))
        for field in WORD_FIELDS:
            packing.save(f"article.{field}_length", narrow(article[f"{field}_length"]))
        packing.save("article.statements", narrow(starts(article["statements"])))
        for name, spool in self._appearance.items():
            packing.save(f"appearance.{name}", narrow(spool.take()))
        for name, spool in self._together.items():
            packing.save(f"together.{name}", narrow(spool.take()))
        for name, spool in self._expansion.items():
            packing.save(f"expansion.{name}", narrow(spool.take()))
        for field in STATEMENT_FIELDS:
            rows = self._ranges[field].take().astype(np.int64).reshape(-1, 4)
            bases = starts(article[f"{field}_extent"].astype(np.int64) + 1)[rows[:, 0]]
            write_ranges(packing, field, bases + rows[:, 1], bases + rows[:, 2], rows[:, 3])
        self._write_marks(packing)
        days = {name: article[name].astype(np.int32) for name in ("first", "last", "coarse")}
        ids = self._ids.write(packing)
        self._write_orders(packing, "article", days, ids)
        owners = self._statement["article"].take()
        packing.save("statement.article", narrow(owners))
        days = {name: values[owners] for name, values in days.items()}
        self._write_orders(packing, "statement", days, self._statement_ids.write(packing))
        for name, spool in self._statement.items():
            if name != "article":
                values = spool.take()
                packing.save(f"statement.{name}", values if values.dtype.kind == "i" else narrow(values))
        for name, table in self._tables.items():
            packing.save_json(f"table.{name}", list(table.numbers))
        packing.save_strings("speaker_ids", (encoded(id) for id, _, _, _ in self._tables["speakers"].numbers))
        write_keys(packing, self._tables["speakers"].numbers, self._tables["expansions"].numbers)
        return ids

    def _write_marks(self, packing: Packing) -> None:
        """Write what copies are known by: the sketches, and the marks of paragraphs in order, each with its article."""
        sketches = packing.growing("sketches", np.dtype(np.uint16), SKETCH)
        for values in self._copies["sketches"].pieces():
            sketches.add(values)
        sketches.close()
        marks = packing.growing("paragraph.marks", np.dtype(np.uint32))
        articles = packing.growing("paragraph.articles", type_for(max(0, self._articles - 1)))
        for values in self._copies["marks"].in_order():
            marks.add(values >> np.uint64(32))
            articles.add(values & np.uint64(0xFFFFFFFF))
        marks.close()
        articles.close()

    @staticmethod
    def _write_orders(packing: Packing, what: str, days: dict[str, Array], ids: Array) -> None:
        """Write the numbers in the order of their ids, and each number's rank by newest and by oldest."""
        by_id = np.argsort(ids, kind="stable")
        id_rank = _ranks(by_id)
        undated = days["first"] == UNDATED_DAY
        newest = np.lexsort((id_rank, days["coarse"], -days["first"], undated))
        oldest = np.lexsort((id_rank, days["coarse"], days["last"], undated))
        packing.save(f"{what}.by_id", by_id.astype(np.int32))
        packing.save(f"{what}.newest", _ranks(newest))
        packing.save(f"{what}.oldest", _ranks(oldest))


_ARTICLE_COLUMNS = (
    *("first", "last", "coarse", "day", "outlet", "place", "home", "month", "dated_by", "is_excerpt", "statements"),
    *(f"{field}_{what}" for field in WORD_FIELDS for what in ("length", "extent")),
)
_STATEMENT_COLUMNS = {
    **{"article": "I", "kind": "B", "attribution": "B", "cue_class": "B"},
    **{"appearance": "i", "name": "i", "role": "i", "length": "I", "words": "I"},
}
"""The type of each: a statement may have no speaker, which is -1."""
_VOICE_COLUMNS, _NOBODY = ("appearance", "name", "role"), (-1, -1, -1)
_TOGETHER_COLUMNS = dict.fromkeys(("statement", *_VOICE_COLUMNS), "I")
"""Of a statement that several make, those after the first: few, so that the columns above have a place for one."""
_APPEARANCE_COLUMNS = ("article", "speaker", "statements")
_EXPANSION_COLUMNS = ("article", "pair")


def _ranks(order: Array) -> Array:
    ranks = np.empty(len(order), np.int32)
    ranks[order] = np.arange(len(order), dtype=np.int32)
    return ranks


class _Ids:
    """Ids in the order in which they come."""

    def __init__(self, folder: Path, name: str) -> None:
        self._name = name
        self._bytes, self._lengths = Spool(folder / f"{name}.spool", "B"), Spool(folder / f"{name}.lengths.spool", "H")

    def add(self, id: str) -> None:
        raw = encoded(id)
        self._bytes.add_bytes(raw)
        self._lengths.append(len(raw))

    def write(self, packing: Packing) -> Array:
        """Write them as a table of strings; give them all in one width, filled up with zeros."""
        joined, lengths = self._bytes.take(), self._lengths.take()
        packing.save(f"{self._name}.bytes", joined)
        begins = starts(lengths)
        packing.save(f"{self._name}.starts", begins)
        width = max(1, int(lengths.max())) if lengths.size else 1
        filled = np.zeros((len(lengths), width), np.uint8)
        for first in range(0, len(lengths), _AT_ONCE):
            some = slice(first, first + _AT_ONCE)
            own = joined[begins[first] : begins[min(first + _AT_ONCE, len(lengths))]]
            filled[some][np.arange(width) < lengths[some, None]] = own
        found: Array = filled.view(f"S{width}").reshape(-1)
        return found
