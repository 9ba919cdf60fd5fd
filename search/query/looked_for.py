"""The words of a query string that are looked for, and where they stand: they may be spelled another way."""

from __future__ import annotations

from collections.abc import Iterator

from search.analysis import Token, tokenize
from search.query.scan import scan


def looked_for(text: str) -> Iterator[Token]:
    """Give the words of a query in their order; operators, the names of fields, and dates are none."""
    before = None
    for lexeme in scan(text):
        is_date = before is not None and before.kind == "field" and before.text.lower() == "date"
        before = lexeme
        if lexeme.kind in ("word", "phrase") and not is_date:
            start = lexeme.position + (lexeme.kind == "phrase")
            for token in tokenize(lexeme.text):
                yield token._replace(start=start + token.start, end=start + token.end)
