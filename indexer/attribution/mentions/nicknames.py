"""What somebody is called, printed within the name: "Robert “Bob” Hale", "John D. (Jay) Rockefeller"."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.attribution.text.given_names import is_given_name
from indexer.attribution.text.initials import is_initials, is_point
from indexer.attribution.text.parts import APOSTROPHES, Token

_MARKS = APOSTROPHES | {"‘"}
_MOST_WORDS = 2  # "Big Jim"


def nickname_behind(tokens: Sequence[Token], place: int) -> int:
    """Give how many tokens a nickname takes up that begins at a place behind a first name or an initial; 0 if none.

    The stop of the initial before it counts with them.
    """
    begin = place + (is_point(tokens, place) and is_initials(tokens[place - 1].word))
    is_first = begin > place or is_given_name(tokens[place - 1].word)
    taken = _nickname(tokens, begin) if is_first and begin < len(tokens) else 0
    return begin - place + taken if taken else 0


def without_nickname(tokens: Sequence[Token], words: Sequence[str]) -> list[str]:
    """Give the words of a name, which are those of some tokens, without a nickname among them."""
    for place in range(1, len(tokens) - 1):
        taken = _nickname(tokens, place)
        if taken:
            return [*words[:place], *words[place + taken :]]
    return list(words)


def _nickname(tokens: Sequence[Token], place: int) -> int:
    """Give how many tokens a nickname with its marks takes up: 1 of “Bob”, which is one token, 3 of (Bob)."""
    quotation = tokens[place].quotation
    if quotation is not None:
        return int(0 < len(quotation.words) <= _MOST_WORDS and quotation.words[0][:1].isupper())
    opening = tokens[place].word
    if (opening != "(" and opening not in _MARKS) or place + 2 >= len(tokens):
        return 0
    name, closing = tokens[place + 1].word, tokens[place + 2].word
    is_closed = closing == ")" if opening == "(" else closing in _MARKS
    return 3 if is_closed and name.isalpha() and name.istitle() else 0
