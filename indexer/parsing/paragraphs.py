"""Lines -> paragraphs, whichever way a file parts them: blank lines, single newlines or hard-wrapped columns."""

from __future__ import annotations

import re
from itertools import pairwise

_WIDEST_COLUMN = 120
_NARROWEST_COLUMN = 30
_NARROWEST_RAGGED = 60
_FEWEST_RAGGED = 5
# A gap this wide within a line is layout (a title set apart from its text), not a space between words.
_LAYOUT_GAP = re.compile(r"[ \t]{20,}")
_BULLETS = ("•", "* ", "- ")
_SENTENCE_END = re.compile(r"[.?!:][”\"’')\]]*$")


def split_lines(text: str) -> list[str]:
    """Give the lines of a text, whichever newlines it uses."""
    return _LAYOUT_GAP.sub(
        "\n", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    ).split("\n")


def join_paragraphs(lines: list[str]) -> str:
    """Give the text with one blank line between paragraphs and one space for each hard-wrap newline."""
    width = column_width(lines)
    has_indents = _has_indents(lines)
    paragraphs: list[str] = []
    block: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=False):
        text = line.strip()
        if not text:
            continue
        # The first line of a wire's story is short: its place and day were cut off with the rest of the header.
        is_first = not (paragraphs or block)
        may_be_short = (is_first + has_indents + following.lstrip()[:1].islower()) > 1
        block.append(text)
        if not following.strip() or width is None or not _runs_on(line, following, width, may_be_short):
            paragraphs.append(" ".join(block))
            block = []
    return "\n\n".join(paragraphs)


def column_width(lines: list[str]) -> int | None:
    """Give the width that a file is hard-wrapped to, or None if its newlines end paragraphs."""
    pairs = [(a.rstrip(), b.strip()) for a, b in pairwise(lines) if a.strip() and b.strip() and not _is_indented(a, b)]
    if len(pairs) > 1 and not _SENTENCE_END.search(pairs[0][0]) and (pairs[0][1][0].islower() or _has_indents(lines)):
        # The first line may be short, as below a place and day that were cut off.
        pairs = pairs[1:]
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    if not pairs or lengths[-1] > _WIDEST_COLUMN * 2:
        return None
    # One line may stick out (a web address); the column is what the others keep to.
    width = lengths[-2] if len(lengths) > 4 and lengths[-1] > lengths[-2] + 15 else lengths[-1]
    if not _NARROWEST_COLUMN <= width <= _WIDEST_COLUMN:
        return None
    full = sum(_is_full(a, b, width) for a, b in pairs)
    if full * 10 >= len(pairs) * 6:
        return width
    return _ragged_width(pairs)


def _ragged_width(pairs: list[tuple[str, str]]) -> int | None:
    """Give the usual width of a page set in letters of unlike widths, which has no even edge; None if it is none.

    Many of its lines begin within a sentence, and nearly all of those follow a long line: what stands above them, a
    letter's head or a title, may be as short as it likes.
    """
    broken = sorted(len(line) for line, following in pairs if following[0].islower())
    if len(broken) < _FEWEST_RAGGED or len(broken) * 6 < len(pairs):
        return None
    usual = broken[len(broken) * 3 // 4]
    are_long = sum(length * 10 >= usual * 7 for length in broken) * 7 >= len(broken) * 6
    stick_out = sum(len(line) * 10 > usual * 13 for line, _ in pairs)
    return usual if are_long and stick_out * 20 <= len(pairs) and usual >= _NARROWEST_RAGGED else None


def _is_full(line: str, following: str, width: int) -> bool:
    """Say whether the next line's first word would not have fitted on this one (with some room for ragged setting)."""
    return len(line) + 1 + len(following.split()[0]) > width - 6


def _has_indents(lines: list[str]) -> bool:
    return any(_is_indented(a, b) for a, b in pairwise(lines))


def _is_indented(line: str, following: str) -> bool:
    """Say whether the next line begins a paragraph by its indent."""
    return _indent_of(following) >= 2 and bool(following.strip()) and _indent_of(line) < 2


def _indent_of(line: str) -> int:
    return len(line) - len(line.lstrip())


def _runs_on(line: str, following: str, width: int, may_be_short: bool) -> bool:
    if _is_indented(line, following) or following.lstrip().startswith(_BULLETS):
        return False
    if _is_full(line.rstrip(), following.strip(), width):
        return True
    # A short line in the middle of a sentence is still wrapped; one that ends a sentence ends its paragraph.
    return (may_be_short or len(line.rstrip()) > width * 0.6) and not _SENTENCE_END.search(line.rstrip())
