"""Words and marks with their places in the text."""

from __future__ import annotations

import re
from itertools import accumulate

from indexer.attribution.text.lexicon import TITLE_ABBREVIATIONS
from indexer.attribution.text.parts import Token
from indexer.attribution.text.words import PerWord

_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff"  # soft hyphens, and marks of no width
_MARKS = "\u0300-\u036f"  # accents that are characters of their own, as in "Jose\u0301"
_TITLES = "|".join(sorted(map(str.capitalize, TITLE_ABBREVIATIONS)))
_TOKEN = re.compile(
    r"([A-Za-z]++(?=[ ,\n])"  # most words: told by less than what the others take
    rf"|(?=[A-Z][a-z]{{1,3}}\.[A-Z])(?:{_TITLES})(?=\.[A-Z][a-z])"  # "Sen.Ann Roy"
    rf"|[^\W_]+(?:(?:\.?['’](?=s\b)|[.'’&@/_-]|(?<=\d)[,:](?=\d)|(?<=[ÃÂãâ{_MARKS}])[\x80-\xbf]+)[^\W_]+|[{_MARKS}]+[^\W_]*)*"
    # Adler's, Inc.'s, U.S, AT&T, 7:30, 51,000, "FranÃ§ois", which was decoded wrongly, and accents of their own
    rf"|\.{{2,}}|[—–―-]+|['‘’]+|[^\s{_UNSEEN}])"
)
WORD = re.compile(r"\w[\w'’]*")


def tokens_in(text: str, start: int, end: int) -> list[Token]:
    """Give the tokens of ``text[start:end]``."""
    parts = _TOKEN.split(text[start:end])  # in turn what lies between words, and a word
    ends = [*accumulate(map(len, parts), initial=start)]
    words = parts[1::2]
    return [*map(Token, words, map(_LOWER.__getitem__, words), ends[1::2], ends[2::2])]


def lowered(word: str) -> str:
    """Give a word in small letters, with straight apostrophes."""
    return word.lower().replace("’", "'")


_LOWER = PerWord(lowered)


def words_in(text: str) -> list[str]:
    """Give the words and marks of a text in lower case, with straight apostrophes."""
    return [word.replace("’", "'") for word in _TOKEN.findall(text.lower())]
