"""Addresses of passages on other sites: text fragments (#:~:text=start,end), which browsers scroll to and mark."""

from __future__ import annotations

from urllib.parse import quote, urldefrag, urlsplit

_WHOLE, _END_WORDS = 12, 5
"""Words up to which a passage stands whole in an address, and of each end of a longer one."""


def web_host(url: str | None) -> str:
    """Give the host of a story's own address, if that is one to be followed; else ""."""
    if not url:
        return ""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if parts.scheme in ("http", "https") else ""


def at_passage(url: str, passage: str) -> str:
    """Give the address of a passage of a page; a browser that knows no text fragments opens the page.

    The words must be the page's own, in one paragraph.
    """
    words = passage.split()
    if not words:
        return url
    ends = [words] if len(words) <= _WHOLE else [words[:_END_WORDS], words[-_END_WORDS:]]
    return f"{urldefrag(url).url}#:~:text={','.join(_encoded(' '.join(end)) for end in ends)}"


def _encoded(text: str) -> str:
    """Encode all that has a meaning in a text fragment: the hyphen too, which quote leaves as it is."""
    return quote(text, safe="").replace("-", "%2D")
