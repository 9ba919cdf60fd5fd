"""The words of a query string that are looked for, and where they stand: they may be spelled another way.

Among them are those that are typed with the caps lock on, whose capitals mean nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from search.analysis import SHOUTING, Token, fold, tokenize
from search.query.scan import Lexeme, scan


def looked_for(text: str) -> Iterator[Token]:
    """Give the words of a query in their order; operators, the names of fields, and dates are none."""
    lexemes = scan(text)
    small = shouted(lexemes)
    for lexeme, is_date in _in_order(lexemes):
        if lexeme.kind in ("word", "phrase") and not is_date:
            yield from words_of(lexeme, lexeme.text, small)


def words_of(lexeme: Lexeme, text: str, small: frozenset[int]) -> list[Token]:
    """Give the words of a lexeme's ``text``, or its beginning; those that begin at ``small`` are not in capitals."""
    tokens = tokenize(text.replace("\n", " "))  # a query has no paragraphs, which would part runs of capitals
    begins = lexeme.position + (lexeme.kind == "phrase")
    return [
        token._replace(
            start=begins + token.start,
            end=begins + token.end,
            capital=token.capital and begins + token.start not in small,
        )
        for token in tokens
    ]


def shouted(lexemes: Sequence[Lexeme]) -> frozenset[int]:
    """Give where the words begin that stand in a run of ``SHOUTING`` or more typed in capitals.

    Operators, brackets and minuses are passed over; the name of a field counts as a word, unless none stands in it;
    a date ends a run.
    """
    found: list[int] = []
    run: list[int] = []
    for begins, is_capital in _typed(lexemes):
        if is_capital:
            run.append(begins)
        else:
            found += run if len(run) >= SHOUTING else ()
            run.clear()
    return frozenset((*found, *(run if len(run) >= SHOUTING else ())))


def _typed(lexemes: Sequence[Lexeme]) -> Iterator[tuple[int, bool]]:
    """Give where each typed word begins, and whether it is in capitals, whatever stands around it."""
    for at, (lexeme, is_date) in enumerate(_in_order(lexemes)):
        if is_date:
            yield lexeme.position, False
        elif lexeme.kind == "field" and any(_words(within) for within in _taken(lexemes[at + 1 :])):
            yield lexeme.position, fold(lexeme.text)[1]
        else:
            yield from _words(lexeme)


def _words(lexeme: Lexeme) -> list[tuple[int, bool]]:
    if lexeme.kind not in ("word", "phrase"):
        return []
    begins = lexeme.position + (lexeme.kind == "phrase")
    return [(begins + token.start, fold(lexeme.text[token.start : token.end])[1]) for token in tokenize(lexeme.text)]


def _taken(lexemes: Sequence[Lexeme]) -> Iterator[Lexeme]:
    """Give what a field takes of the lexemes behind it: one, or a bracket with all that stands in it."""
    depth = 0
    for lexeme in lexemes:
        yield lexeme
        depth += (lexeme.kind == "open") - (lexeme.kind == "close")
        if depth <= 0:
            return


def _in_order(lexemes: Sequence[Lexeme]) -> Iterator[tuple[Lexeme, bool]]:
    """Give each lexeme, and whether it is what stands behind ``date:``."""
    before = None
    for lexeme in lexemes:
        yield lexeme, before is not None and before.kind == "field" and before.text.lower() == "date"
        before = lexeme
