"""Text -> tokens: the one tokenizer, used on articles and on queries alike, by every engine.

A token keeps where it stands, its *form* (case, accents and apostrophes folded) and whether it is
written in capitals on purpose; its *stem* is what any form of the word has in common. There is no
stop list: "to be or not to be", "US" and "The Who" can be found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from search.deadline import check_time
from search.folding import without_accents
from search.stemming import stem_form

PARAGRAPH_GAP = 64
"""Positions left empty between paragraphs, so that no phrase and no "near" reaches across."""

_UNSEEN = r"\u00ad\u200c-\u200f\u2060\ufeff"
"""What stands within words and is not read: soft hyphens, what joins letters or parts them, marks of direction."""
_MARKS = rf"\u0300-\u036f{_UNSEEN}"
_LETTER = rf"[^\W\d_][{_MARKS}]*"
_WORD = re.compile(
    rf"""
    (?=[^\W_])(?:                                               # nothing else is tried where no word can begin
      [A-Za-z][A-Za-z0-9]++(?=[ ,.\n])                          # most words, told from a small table of characters
    | [^\W\d_][^\W_]++(?:['’ʼ][^\W_]++)*+(?![{_MARKS}'’ʼ])  # most others, read without looking back
    | (?:{_LETTER}\.){{2,}}(?:{_LETTER}\b)?                      # initials: U.S., J.B., a.m.
    | \d+(?:[.,]\d+)*(?![^\W_])                                  # numbers: 84, 1,200, 3.5
    | (?:[^\W_][{_MARKS}]*)+(?:['’ʼ](?:[^\W_][{_MARKS}]*)+)*   # words: O'Neil, King’s, 9th
    )""",
    re.VERBOSE,
)
_AROUND = re.compile(f"({_WORD.pattern})", re.VERBOSE)
_POSSESSIVE = re.compile(r"['’ʼ][sS]$")
_DROPPED = str.maketrans("", "", "'’ʼ.,\u00ad\u200c\u200d\u200e\u200f\u2060\ufeff")
SHOUTING = 4
"""Capital words in a row that are no acronyms."""
_CHECKED_EVERY = (1 << 13) - 1


class Token(NamedTuple):
    """One word: characters ``start`` to ``end`` of its text, at word position ``position``."""

    start: int
    end: int
    position: int
    form: str
    capital: bool


_make = tuple.__new__


def tokenize(text: str) -> list[Token]:
    """Give the tokens of a text, in order.

    Positions count words, with a gap between paragraphs. A word is ``capital`` if it has two letters or
    more, all in upper case, and does not stand in a run of four or more such words (headlines, caps lock).
    """
    tokens: list[Token] = []
    shout: list[int] = []
    position, line_end = 0, text.find("\n")
    for match in _WORD.finditer(text):
        start, end = match.span()
        if 0 <= line_end < start:
            position += PARAGRAPH_GAP
            line_end = text.find("\n", start)
            _hush(tokens, shout)
        if not len(tokens) & _CHECKED_EVERY:
            check_time()
        form, capital = fold(match.group())
        # Made so, a tuple with names takes a third of the time that a call of its class does.
        tokens.append(_make(Token, (start, end, position, form, capital)))
        position += 1
        if capital:
            shout.append(len(tokens) - 1)
        elif shout:
            _hush(tokens, shout)
    _hush(tokens, shout)
    return tokens


def word_spans(text: str) -> dict[int, tuple[int, int]]:
    """Give where each word of a short text begins and ends, by its position."""
    if "\n" in text:
        return {token.position: (token.start, token.end) for token in tokenize(text)}
    return dict(enumerate([match.span() for match in _WORD.finditer(text)]))


def _hush(tokens: list[Token], run: list[int]) -> None:
    """End a run of capital words; a long one was shouted, so its capitals mean nothing."""
    if len(run) >= SHOUTING:
        for index in run:
            token = tokens[index]
            tokens[index] = Token(token.start, token.end, token.position, token.form, False)
    run.clear()


def split(text: str) -> list[str]:
    """Give what stands before a text's first word, the word, what stands before the next, and so on to the end."""
    return _AROUND.split(text)


def fold_word(word: str) -> tuple[str, bool]:
    """Give a word's form and whether it is in capitals: "King’s" -> ("king", False), "U.S." -> ("us", True)."""
    bare = _POSSESSIVE.sub("", word)
    if bare[:1].isdigit() and not any(char.isalpha() for char in bare):
        return bare.replace(",", "").casefold(), False
    letters = without_accents(bare, "NFD").translate(_DROPPED)
    upper = len(letters) > 1 and letters.isupper() and letters.isalpha()
    # Folding case can bring an accent or an apostrophe of its own: "İ" becomes "i" and a dot, "ŉ" becomes "ʼn".
    return without_accents(letters.casefold(), "NFD").translate(_DROPPED), upper


@lru_cache(maxsize=200_000)
def fold(word: str) -> tuple[str, bool]:
    """Give the same as ``fold_word``, at once for words that came before."""
    return fold_word(word)


@lru_cache(maxsize=200_000)
def stem(form: str) -> str:
    """Give the same as ``stem_form``, at once for forms that came before."""
    return stem_form(form)


def forms(text: str) -> tuple[str, ...]:
    """Give the forms of a text's words, in order."""
    return tuple(token.form for token in tokenize(text))


def plain_words(text: str) -> str:
    """Give a text's words as they are compared, in one line: "Port Ellery" as "port ellery"."""
    return " ".join(forms(text))


def holds_words(text: str, words: Iterable[str]) -> bool:
    """Say whether every one of ``words`` (forms) is a word of ``text``."""
    return set(words) <= set(forms(text))


def begin_words(beginnings: Sequence[str], texts: Sequence[str]) -> bool:
    """Say whether each of ``beginnings`` (forms; of none, nothing is said) begins a word of any of these texts."""
    words = [word for text in texts for word in forms(text)]
    return bool(beginnings) and all(any(word.startswith(one) for word in words) for one in beginnings)
