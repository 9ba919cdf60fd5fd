"""Angle brackets with which a wire marks companies: "Rill Corp <RLL>" by what its shares are called, "<Rill Inc>"."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.attribution.text.parts import Token


def is_listed(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Tell whether words are marked as a company's: by a mark behind them, or by the brackets about them."""
    if stop + 1 >= len(tokens):
        return False
    if tokens[stop].word == "<":
        return _is_mark(tokens, stop + 1)
    return tokens[stop].word == ">" and first > 0 and tokens[first - 1].word == "<"


def is_company_mark(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether the mark of a company before it begins at a place: RLL in "Rill Corp <RLL>"."""
    return (
        first > 1 and tokens[first - 1].word == "<" and tokens[first - 2].word[0].isalnum() and _is_mark(tokens, first)
    )


def _is_mark(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].word.isupper() and any(token.word == ">" for token in tokens[place + 1 : place + 4])
