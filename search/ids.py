"""Ids that survive everything but deletion: made from what a thing is, never from where or when it was indexed."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import parse_qsl, urlencode, urlsplit

from search.folding import without_accents

_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_cid|mc_eid|igshid")
_DEFAULT_PORTS = {"http": 80, "https": 443}
_ARTICLE_DIGITS = 13
_STATEMENT_DIGITS = 8
_BITS = 256  # of a hash
_BASE_32 = "abcdefghijklmnopqrstuvwxyz234567"


def slug(name: str) -> str:
    """Give the form of a name that stands in addresses: "José O’Neil" -> "jose-oneil"."""
    letters = name.lower()
    if not name.isascii():
        letters = without_accents(name.casefold()).lower()  # the plain letter of another form may be a capital: "ℌ"
    return re.sub(r"[\W_]+", "-", re.sub(r"['’ʼ.]", "", letters)).strip("-")


def canonical_url(url: str) -> str | None:
    """Give the address an article is known by, or None for one that cannot be a key (a site's root, no host).

    Scheme, ``www.``, fragment, default port and tracking parameters are dropped; the host is in lower case.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return None
    host = (parts.hostname or "").removeprefix("www.")
    if parts.scheme not in _DEFAULT_PORTS or not host:
        return None
    if port and port != _DEFAULT_PORTS[parts.scheme]:
        host = f"{host}:{port}"
    kept = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(name.lower())
    ]
    if parts.path in ("", "/") and not kept:
        return None
    return host + parts.path + (f"?{urlencode(kept)}" if kept else "")


def path_key(path: str, part: str | None = None) -> str:
    """Give the key of an article known by its file: NFC POSIX path, and its native id if it is one of many."""
    key = unicodedata.normalize("NFC", path)
    return f"{key}#{part}" if part is not None else key


def article_id(key: str) -> str:
    """Give an article's id, 13 letters and digits (65 bits of SHA-256), from its key."""
    return _digits(key, _ARTICLE_DIGITS)


def statement_id(article: str, words: str, nth: int) -> str:
    """Give a statement's id: its article's id, ``-``, and a hash of its words and their ``nth`` occurrence from 0."""
    plain = " ".join(unicodedata.normalize("NFC", words).split())
    return f"{article}-{_digits(plain + chr(0) + str(nth), _STATEMENT_DIGITS)}"


def _digits(text: str, length: int) -> str:
    """Give the first letters and digits of a text's hash as base 32 writes it."""
    number = int.from_bytes(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest(), "big")
    return "".join([_BASE_32[number >> shift & 31] for shift in range(_BITS - 5, _BITS - 5 - 5 * length, -5)])
