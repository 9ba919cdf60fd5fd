"""Fills the messages: numbers, counted nouns, and sentences whose parts a template sets one by one."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping, Sequence

from webui import messages


def number(value: int) -> str:
    """Write a number: 1,942."""
    return f"{value:,}"


def counted(things: str, count: int) -> str:
    """Write a count of things: "No articles", "1 article", "38 articles"."""
    return choose(messages.COUNTED[things], count)


def choose(forms: messages.Counted, count: int) -> str:
    """Give the form of a message that fits a count, the number in its place."""
    return forms[min(count, 2)].format(n=number(count))


def parts(message: str) -> Iterator[tuple[str, str | None]]:
    """Give a message in order: runs of its own words, each with the name of the placeholder after it."""
    for literal, name, _, _ in string.Formatter().parse(message):
        yield literal, name


def either(values: Sequence[str]) -> str:
    """Write alternatives: "A", "A or B", "A or B or C"."""
    text = values[0] if values else ""
    for value in values[1:]:
        text = messages.EITHER.format(first=text, second=value)
    return text


def joined(values: Sequence[str]) -> str:
    """Write a list: "A", "A and B", "A, B and C"."""
    if len(values) < 2:
        return values[0] if values else ""
    return messages.AND.join((messages.COMMA.join(values[:-1]), values[-1]))


def confidence(value: float) -> str:
    """Write how sure something is: "Sure (0.97)"."""
    level = "sure" if value >= 0.85 else "likely" if value >= 0.6 else "possible"
    return messages.CONFIDENCE[level].format(value=f"{value:.2f}")


def signed(change: int) -> str:
    """Write a change: "+57", "−3"."""
    return f"{'−' if change < 0 else '+'}{number(abs(change))}"


def evidence(dated_by: str | None, precision: str | None) -> str:
    """Write what a date rests on: "dateline", "month only, page metadata"."""
    if dated_by is None:
        return messages.NO_EVIDENCE
    known = messages.EVIDENCE.get(dated_by, dated_by)
    return messages.COARSE_EVIDENCE.get(precision or "", "{evidence}").format(evidence=known)


def plain(message: str, values: Mapping[str, str]) -> str:
    """Fill a message with plain words, beginning with a capital."""
    text = message.format(**values)
    return text[:1].upper() + text[1:]
