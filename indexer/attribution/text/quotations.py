"""Where quotations begin and end: one state machine over the quotation marks of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from indexer.attribution.text.parts import Quotation
from indexer.attribution.text.tokens import WORD

_MARK = re.compile("[“”„«»\"'`](?:(?<=')'|(?<=`)`|(?<!['`]))")  # begins with a set, which is sought faster than "or"
_OPENERS = frozenset("“„«") | {"``"}
_CLOSERS = frozenset("”»")
_SENTENCE_END = re.compile(r"[.?!]['’]?(?=\s|$)")
_BEFORE_OPENING = frozenset("([{—–―-‘'/“")
_AFTER_CLOSING = frozenset(".,;:?!)]}—–―-’'/”")
_SAID = re.compile(r"\b(?:said|says|told|added|wrote|asked)\b")
_STRAIGHT_NEXT = re.compile(r'\s+"')  # the next paragraph begins with a straight mark
_CURLY_NEXT = re.compile(r"\s+“")
_SHORTEST_UNOPENED = 12
_MOST_WITHIN = 40  # marks of a paragraph that are looked through for the end of a quotation with others in it
_SINGLE = re.compile(r"(?<!\w)['‘](?=\w)[^'‘’\n]*(?:['’]\w[^'‘’\n]*)*['’](?!\w)")  # ‘It’s not over’


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    opens: bool | None  # None: either
    is_curly: bool


def find_quotations(text: str, start: int, end: int, paragraph: int, is_open: bool) -> list[Quotation]:
    """Find the quotations of the paragraph ``text[start:end]``.

    ``is_open``: the paragraph before left a quotation open, so that a quotation that begins this one continues it.
    A mark left open runs to the paragraph's end.
    """
    marks = _marks(text, start, end)
    if not marks and not is_open:
        return []
    regions = _regions(text, start, end, marks)
    if is_open and not regions and text.endswith(("”", '"'), start, end):
        regions = [(start, end, True)]
    found = [_quotation(text, region, end, paragraph) for region in regions]
    if is_open and found and not text[start : found[0].start].strip():
        found[0].continues = True
    return found


def goes_on_unmarked(text: str, paragraph: tuple[int, int], behind: Iterable[tuple[int, int]]) -> bool:
    """Tell whether an open quotation goes on through a paragraph without marks: one of those ``behind`` closes it.

    None of those between may tell that somebody says something.
    """
    if _SAID.search(text, *paragraph):
        return False
    for start, end in behind:
        marks = _marks(text, start, end)
        if marks:
            return marks[0].opens is False
        if _SAID.search(text, start, end):
            return False
    return False


def whole_paragraph(text: str, start: int, end: int, paragraph: int) -> Quotation:
    """Give a paragraph without marks as part of a quotation that was opened before it and is closed behind it."""
    quotation = _quotation(text, (start, end, False), end, paragraph)
    quotation.continues = True
    return quotation


def find_single_quotations(text: str, start: int, end: int, paragraph: int) -> list[Quotation]:
    """Find what stands between single marks, the way of headlines; only if there are no double marks."""
    if _MARK.search(text, start, end):
        return find_quotations(text, start, end, paragraph, is_open=False)
    regions = [(*match.span(), True) for match in _SINGLE.finditer(text, start, end)]
    return [_quotation(text, region, end, paragraph) for region in regions]


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    found = list(_MARK.finditer(text, start, end))
    if not found:
        return []
    is_odd = text.count('"', start, end) % 2 == 1
    marks = []
    for match in found:
        char = match.group()
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        if char == '"' and is_odd and before.isdigit() and not after.isalpha():
            continue  # inches
        if char in _OPENERS:
            opens: bool | None = True
        elif char in _CLOSERS:
            opens = None if after.isalnum() and not before.isalnum() else False
        else:
            left = before.isspace() or before in _BEFORE_OPENING
            right = after.isspace() or after in _AFTER_CLOSING
            opens = None if left == right else left
        marks.append(_Mark(match.start(), match.end(), opens, char in _OPENERS or char in _CLOSERS))
    return marks


def _regions(text: str, start: int, end: int, marks: list[_Mark]) -> list[tuple[int, int, bool]]:
    regions: list[tuple[int, int, bool]] = []
    opened, nested = -1, 0
    for index, mark in enumerate(marks):
        opens = opened < 0 if mark.opens is None else mark.opens
        if opens and opened >= 0:
            rest = marks[index + 1 : index + 3]
            if not rest:
                continue  # the last mark of the paragraph: it cannot open anything
            is_ended = mark.is_curly and len(rest) == 2 and not any(other.opens for other in rest)
            if is_ended or (text[opened] == '"' and _is_within(marks[index : index + _MOST_WITHIN], text, end)):
                nested += 1
            else:  # the quotation before was never closed
                if not (mark.is_curly and _is_stray(text, start, opened)):
                    regions.append((opened, _sentence_end(text, opened + 1, mark.start), False))
                opened = mark.start
        elif opens:
            opened = mark.start
        elif opened >= 0 and nested:
            nested -= 1
        elif opened >= 0:
            regions.append((opened, mark.end, True))
            opened = -1
        elif not regions and mark.start - start > _SHORTEST_UNOPENED and not text[mark.end : mark.end + 1].isalnum():
            regions.append((start, mark.end, True))
    if opened >= 0 and not (_CURLY_NEXT.match(text, end) and _is_stray(text, start, opened)):
        regions.append((opened, end, False))
    return regions


def _is_stray(text: str, start: int, opened: int) -> bool:
    """Tell whether a mark is straight and begins a paragraph: before curly ones, never closed, it opens an excerpt."""
    return text[opened] == '"' and not text[start:opened].strip()


def _is_within(marks: list[_Mark], text: str, end: int) -> bool:
    """Tell whether curly marks, of which the first opens, stand within straight ones: "She read “Jaws” and “It”."

    Straight marks end the quotation behind them, or the next paragraph begins with one, as the quotation goes on there.
    """
    straight = next((place for place, mark in enumerate(marks) if not mark.is_curly), None)
    curly = marks[:straight]
    if [mark.opens for mark in curly] != [True, False] * (len(curly) // 2):
        return False
    return marks[straight].opens is not True if straight is not None else bool(_STRAIGHT_NEXT.match(text, end))


def _sentence_end(text: str, start: int, end: int) -> int:
    found = _SENTENCE_END.search(text, start, end)
    return found.end() if found else end


def _quotation(text: str, region: tuple[int, int, bool], paragraph_end: int, paragraph: int) -> Quotation:
    start, end, closed = region
    opening = _MARK.match(text, start)
    inner_start = opening.end() if opening else start + (text[start] in "'‘")
    inner_end = end
    if closed:
        inner_end -= 2 if text.startswith("''", end - 2) and end - 2 >= inner_start else 1
    while inner_end > inner_start and text[inner_end - 1].isspace():
        inner_end -= 1
    while inner_start < inner_end and text[inner_start].isspace():
        inner_start += 1
    inner = text[inner_start:inner_end]
    last = inner.rstrip("'’ ")[-1:]
    following = text[end] if end < paragraph_end else ""
    if last not in (".", ",", "?", "!", ";") and following in (".", ",", "?", "!"):
        last = following  # the mark stands outside, as in Britain
    return Quotation(
        start,
        end,
        inner_start,
        max(inner_end, inner_start),
        closed,
        paragraph,
        words=tuple(WORD.findall(inner)),
        last=last,
        is_capital=inner.lstrip("[(…‘'. ")[:1].isupper(),
    )
