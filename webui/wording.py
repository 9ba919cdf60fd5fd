"""Fills the messages: counted nouns, lists, and what dates and attributions rest on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from babel.numbers import format_decimal, format_percent

from webui import messages
from webui.languages import current_language, locale_of
from webui.message import Message, number


def counted(things: str, count: int) -> str:
    """Write a count of things: "No articles", "1 article", "38 articles"."""
    return _counted(things, count, current_language())


@lru_cache(4_096)
def _counted(things: str, count: int, _language: str) -> str:
    return messages.COUNTED[things](count) if count else messages.NONE[things]()


_OF_THE_SAME_SOUND = {
    "es": {" y ": (" e ", re.compile(r"h?[ií](?![aeou])", re.I)), " o ": (" u ", re.compile(r"h?[oó]", re.I))}
}
"""Words that join, with what stands for them before a word that begins as they sound: «Pell e Ibarra»."""


def joint(words: str, following: str) -> str:
    """Give the word that joins what goes before with what follows, as it is said before that."""
    instead, sound = _OF_THE_SAME_SOUND.get(current_language(), {}).get(words, (words, None))
    return instead if sound and sound.match(following) else words


def alternative(following: str) -> str:
    """Give the "or" before an alternative."""
    return joint(messages.EITHER(first="", second=""), following)


def either(values: Sequence[str]) -> str:
    """Write alternatives: "A", "A or B", "A or B or C"."""
    return "".join((alternative(value) if index else "") + value for index, value in enumerate(values))


def joined(values: Sequence[str]) -> str:
    """Write a list: "A", "A and B", "A, B and C"."""
    return "".join(before + value for before, value in zip(before_each(values), values, strict=True))


def before_each(values: Sequence[str]) -> list[str]:
    """Give what stands before each value of a list: nothing, a comma, and "and" before the last."""
    if len(values) < 2:
        return [""] * len(values)
    return ["", *[messages.COMMA()] * (len(values) - 2), joint(messages.AND(), values[-1])]


def confidence(value: float) -> str:
    """Write how sure something is: "Sure (0.97)"."""
    level = "sure" if value >= 0.85 else "likely" if value >= 0.6 else "possible"
    return messages.CONFIDENCE[level](value=decimal(value, "0.00"))


def decimal(value: float, pattern: str) -> str:
    """Write a number with decimals as the reader's language does: "0.97"."""
    return str(format_decimal(value, pattern, locale_of(current_language())))


def percent(share: float) -> str:
    """Write a share as the reader's language does: "45%"."""
    return str(format_percent(share, locale=locale_of(current_language())))


def signed(change: int) -> str:
    """Write a change: "+57", "−3"."""
    return f"{'−' if change < 0 else '+'}{number(abs(change))}"


def so_far(count: int, is_exact: bool) -> str:
    """Write a count that may still grow if it is not exact: "38", "38+"."""
    return number(count) if is_exact else messages.SO_FAR(n=number(count))


def stopped(is_counted: bool) -> str:
    """Write that a search was stopped by its time limit, when every hit was counted or before, and what to do."""
    return f"{messages.PARTIAL_COUNTED() if is_counted else messages.PARTIAL()} {messages.NARROW_IT()}"


def label(labels: Mapping[str, Message], value: str) -> str:
    """Give the label of a value; the value itself where it has none."""
    known = labels.get(value)
    return known() if known else value


def evidence(dated_by: str | None, precision: str | None) -> str:
    """Write what a date rests on: "dateline", "month only, page metadata"."""
    return _evidence(dated_by, precision, current_language())


@lru_cache(1_024)
def _evidence(dated_by: str | None, precision: str | None, _language: str) -> str:
    if dated_by is None:
        return messages.NO_EVIDENCE()
    known = label(messages.EVIDENCE, dated_by)
    coarse = messages.COARSE_EVIDENCE.get(precision or "")
    return coarse(evidence=known) if coarse else known


def plain(message: Message, values: Mapping[str, str]) -> str:
    """Fill a message with plain words, beginning with a capital."""
    return capitalised(message(**values))


def capitalised(text: str) -> str:
    """Give words with a capital letter at their beginning."""
    return text[:1].upper() + text[1:]
