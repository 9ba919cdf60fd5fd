"""SQLite's FTS5, as a news archive would use it: an external-content table, and tables of speakers beside it."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks.engines import SHOWN, SPEAKERS, Unanswerable
from benchmarks.questions import Question
from search.documents import Article
from search.hits import speakers_of

_TABLES = """
PRAGMA journal_mode = wal;
PRAGMA synchronous = normal;
CREATE TABLE article (
  number INTEGER PRIMARY KEY, id TEXT UNIQUE, headline TEXT, text TEXT, outlet TEXT, day INTEGER, month INTEGER
);
CREATE INDEX article_day ON article (day);
CREATE VIRTUAL TABLE words USING fts5 (
  headline, text, content = 'article', content_rowid = 'number', tokenize = 'unicode61'
);
CREATE TABLE speaker (number INTEGER PRIMARY KEY, name TEXT UNIQUE);
CREATE TABLE speaks (article INTEGER, speaker INTEGER, PRIMARY KEY (article, speaker)) WITHOUT ROWID;
CREATE INDEX speaks_speaker ON speaks (speaker, article);
"""
_RANK = "bm25(words, 2.0, 1.0)"


class _Opened:
    def __init__(self, path: Path) -> None:
        self._rows = sqlite3.connect(path)
        self._rows.execute("PRAGMA mmap_size = 2000000000")
        self._rows.execute("PRAGMA cache_size = -200000")
        self._rows.execute("CREATE TEMP TABLE found (number INTEGER PRIMARY KEY)")

    def top(self, question: Question) -> int:
        source, values = _matching(question)
        self._best(question, source, values)
        return int(self._rows.execute(f"SELECT count(*) FROM {source}", values).fetchone()[0])

    def page(self, question: Question) -> int:
        source, values = _matching(question)
        hits = self._best(question, source, values)
        self._rows.execute("DELETE FROM found")
        self._rows.execute(f"INSERT INTO found SELECT words.rowid FROM {source}", values)
        ask = self._rows.execute
        total = int(ask("SELECT count(*) FROM found").fetchone()[0])
        ask(
            "SELECT speaker, count(*) FROM found JOIN speaks ON article = number GROUP BY speaker"
            " ORDER BY 2 DESC LIMIT ?",
            (SPEAKERS,),
        ).fetchall()
        for column in ("outlet", "month"):
            ask(f"SELECT {column}, count(*) FROM found JOIN article USING (number) GROUP BY {column}").fetchall()
        for (number,) in hits:
            ask("SELECT id, headline, day FROM article WHERE number = ?", (number,)).fetchone()
            ask(
                "SELECT snippet(words, 1, '<', '>', '…', 40) FROM words WHERE words MATCH ? AND rowid = ?",
                (values[0], number),
            ).fetchone()
        return total

    def _best(self, question: Question, source: str, values: list[object]) -> list[tuple[int]]:
        order = "article.day DESC" if question.newest else _RANK
        return self._rows.execute(
            f"SELECT words.rowid FROM {source} ORDER BY {order} LIMIT ?", (*values, SHOWN)
        ).fetchall()


def _matching(question: Question) -> tuple[str, list[object]]:
    """Give what follows FROM, and its values, the first of which is the words."""
    if question.how == "fuzzy":
        raise Unanswerable(question)
    quoted = [f'"{word}"' for word in question.words]
    if question.how == "phrase":
        words = f'"{" ".join(question.words)}"'
    elif question.how == "star":
        words = f"{quoted[0]} *"
    else:
        words = (" OR " if question.how == "any" else " AND ").join(quoted)
    source, conditions, values = "words", ["words MATCH ?"], [words]
    if question.days or question.newest:
        source += " JOIN article ON article.number = words.rowid"
    if question.days:
        conditions.append("article.day BETWEEN ? AND ?")
        values += [datetime.date.fromisoformat(day).toordinal() for day in question.days]
    if question.speaker:
        conditions.append(
            # The plus keeps SQLite from looking the words up again for each article of the speaker.
            "+words.rowid IN (SELECT article FROM speaks WHERE speaker = (SELECT number FROM speaker WHERE name = ?))"
        )
        values.append(question.speaker)
    return f"{source} WHERE {' AND '.join(conditions)}", values


class _Engine:
    def build(self, folder: Path, batches: Iterable[Callable[[], list[Article]]]) -> None:
        rows = sqlite3.connect(folder / "archive.db")
        rows.executescript(_TABLES)
        for batch in batches:
            for article in batch():
                _add(rows, article)
        rows.commit()
        rows.close()

    def update(self, folder: Path, changed: list[Article]) -> None:
        rows = sqlite3.connect(folder / "archive.db")
        for article in changed:
            number, headline, text = rows.execute(
                "SELECT number, headline, text FROM article WHERE id = ?", (article.id,)
            ).fetchone()
            rows.execute(
                "INSERT INTO words (words, rowid, headline, text) VALUES ('delete', ?, ?, ?)", (number, headline, text)
            )
            rows.execute("DELETE FROM article WHERE number = ?", (number,))
            rows.execute("DELETE FROM speaks WHERE article = ?", (number,))
            _add(rows, article)
        rows.commit()
        rows.close()

    def open(self, folder: Path) -> _Opened:
        return _Opened(folder / "archive.db")


def _add(rows: sqlite3.Connection, article: Article) -> None:
    day = datetime.date.fromisoformat(article.published_day or "")
    number = rows.execute(
        "INSERT INTO article (id, headline, text, outlet, day, month) VALUES (?, ?, ?, ?, ?, ?)",
        (article.id, article.headline, article.text, article.outlet, day.toordinal(), day.year * 12 + day.month),
    ).lastrowid
    rows.execute("INSERT INTO words (rowid, headline, text) VALUES (?, ?, ?)", (number, article.headline, article.text))
    for speaker in speakers_of(article):
        rows.execute("INSERT OR IGNORE INTO speaker (name) VALUES (?)", (speaker.name,))
        rows.execute(
            "INSERT OR IGNORE INTO speaks SELECT ?, number FROM speaker WHERE name = ?", (number, speaker.name)
        )


ENGINE = _Engine()
