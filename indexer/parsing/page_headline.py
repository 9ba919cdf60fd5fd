"""The headline of a page, which is printed once and told in several other places, not always in the same words."""

from __future__ import annotations

import re
from collections import Counter

from lxml.etree import _Element as Element

from indexer.parsing.header_lines import is_newspaper
from indexer.parsing.jsonld import Node, text_of
from indexer.parsing.outline import Outline, plain_text

_SITE = re.compile(r"\s+(?:[|•·–—»]|[-:](?=\s))\s+")
_LEAST_OVERLAP = 0.5
_NEARLY_SAME = 0.85


def headline_of(
    outline: Outline, metas: dict[str, str], node: Node | None, outlet: str | None, title: str | None
) -> tuple[str | None, Element | None]:
    """Give a page's headline, and the heading that prints it.

    It is the printed one where that agrees with what the page says of itself, else what the page says of itself.
    """
    said = [
        text_of((node or {}).get("headline")),
        _without_site(metas.get("og:title"), outlet),
        _without_site(title, outlet),
        text_of((node or {}).get("name")),
    ]
    claims = [claim for claim in said if claim and not is_newspaper(claim)]
    site = _site_parts(title, claims)
    headings = [
        tag
        for tag in outline.elements("h1")
        if 3 < len(_heading_text(tag)) <= 400 and _words(_heading_text(tag)) not in site
    ]
    if not headings:
        parts = {part.casefold() for claim in claims for part in _SITE.split(claim)}
        lesser = list(outline.elements("h2", "h3"))
        headings = (
            lesser[:1]
            if not claims
            else [tag for tag in lesser if any(overlap(plain_text(tag), part) > 0.8 for part in (*claims, *parts))][:1]
        )
    scored = [(max((overlap(_heading_text(tag), claim) for claim in claims), default=0.0), tag) for tag in headings]
    best = max(scored, key=lambda pair: pair[0], default=None)
    only_title = not any((said[0], said[1], said[3]))
    if best and (best[0] >= _LEAST_OVERLAP or not claims or (only_title and len(headings) == 1)):
        return _most_said(_heading_text(best[1]), said[:3]), best[1]
    if claims:
        return claims[0], best[1] if best and len(headings) == 1 else None
    return None, None


def overlap(one: str | None, other: str | None) -> float:
    """Give the token F1 of two short texts."""
    first, second = (Counter(re.findall(r"\w+", (text or "").casefold())) for text in (one, other))
    common = sum((first & second).values())
    return 2 * common / (sum(first.values()) + sum(second.values())) if common else 0.0


def _most_said(printed: str, said: list[str | None]) -> str:
    """A page may have one headline for readers and one for search engines: the one that most of its parts give.

    The printed one stands unless more agree on another; where two pairs differ by a word, that of the JSON-LD (the
    first of ``said``) is the record.
    """
    said = [text if overlap(printed, text) >= _LEAST_OVERLAP else None for text in said]
    texts = [_words(text) for text in (printed, *said)]
    agreeing = Counter(text for text in texts if text)
    most = max(agreeing.values(), default=1)
    if most == 1:
        return printed
    if agreeing[texts[0]] == most:
        record = said[0] if agreeing[texts[1]] == most and overlap(printed, said[0]) >= _NEARLY_SAME else None
        return record or printed
    return next(text for text, plain in zip(said, texts[1:], strict=True) if text and agreeing[plain] == most)


def _without_site(title: str | None, outlet: str | None) -> str | None:
    """ "Headline | Section | Site" -> "Headline", where the last part names the site or is short."""
    if not title:
        return None
    parts = _SITE.split(title)
    while len(parts) > 1:
        last = parts[-1]
        names_site = outlet and overlap(last, outlet) >= 0.5
        if not names_site and (len(last.split()) > 4 or len(last) >= len(" ".join(parts[:-1]))):
            break
        title = title[: title.rindex(last)].rstrip(" |•·–—»-:")
        parts.pop()
    return title


def _site_parts(title: str | None, claims: list[str]) -> set[str]:
    """The parts of a page's title that name the site, which some sites print as a heading above their stories."""
    said = {_words(claim) for claim in claims}
    return {_words(part) for part in _SITE.split(title or "")[1:]} - said


def _heading_text(tag: Element) -> str:
    return plain_text(tag, "" if tag.tag == "h1" else " ")


def _words(text: str | None) -> str:
    return " ".join(re.findall(r"\w+", (text or "").casefold()))
