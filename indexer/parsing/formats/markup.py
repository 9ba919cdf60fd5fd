"""Marked-up text of an export -> paragraphs: all of its words, without what is no text (images, scripts, embeds)."""

from __future__ import annotations

import html
import re
import warnings

from indexer.parsing.decoding import plain_characters
from indexer.parsing.paragraphs import join_paragraphs, split_lines

_BREAK = "\0"
# A no-break space is a character of the text; other white space is only how its markup is set.
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_TAG = re.compile(r"</?[a-zA-Z][\w:-]*(?:\s[^<>]*|/)?>|<!--")
_TAG_IN_LINE = re.compile(r"</?[a-zA-Z][^<>]*>")
_START_TAG = re.compile(r"<([a-zA-Z][\w:.-]*)([^<>]*)>")
_END_TAG = re.compile(r"</([a-zA-Z][\w:.-]*)")
_BLOCK = re.compile(r"<(?:p|div|section|article|table)\b", re.I)
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "br", "center", "dd", "details", "div", "dl", "dt"),
        *("fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li"),
        *("main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead"),
        *("tr", "ul", "hl1", "hl2", "bq", "block", "nitf-table", "fn"),
    )
)
_NO_TEXT = frozenset(
    (
        *("script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "audio", "video"),
        *("form", "button", "select", "figcaption", "media", "head", "title"),
    )
)
_INLINE = frozenset(
    (
        *("a", "abbr", "b", "big", "cite", "code", "col", "del", "em", "font", "i", "img", "input", "ins", "mark", "q"),
        *("s", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "wbr"),
    )
)
_ELEMENTS = _BLOCKS | _NO_TEXT | _INLINE
_GUTENBERG = re.compile(r"<!--\s*/?wp:.{0,4000}?-->", re.S)
_CAPTION = re.compile(r"\[(caption|gallery|audio|video|embed|playlist)\b[^\]]{0,2000}\].{0,4000}?\[/\1\]", re.S)
# A shortcode has a small name and a tag's attributes; “[sic]” and “[the mayor]” are an editor's words.
_SHORTCODE = re.compile(
    r"\[/?[a-z][a-z0-9]*(?:[_-][a-z0-9]+)+(?:\s[^\[\]]*)?/?\]|\[/?[a-z][\w-]*(?:\s+[\w-]+=[^\[\]]*)/?\]"
)
_NAMED = re.compile(
    r"\[/?(?:caption|gallery|audio|video|embed|playlist|youtube|vimeo|twitter|tweet|instagram|facebook|button|"
    r"pullquote|quote|dropcap|columns?|row|ad|ads|spacer|divider|toc|map|raw|code|box|sidebar)(?:\s[^\[\]]*)?/?\]"
)


def is_marked_up(text: str) -> bool:
    """Say whether there is a tag in ``text``."""
    return bool(_TAG.search(_with_words_escaped(text)))


def paragraphs(text: str) -> list[str]:
    """Give the paragraphs of a text, marked up or plain.

    A text whose paragraphs are parted by blank lines, and that has tags only inside them, is read as such.
    """
    text = _with_words_escaped(plain_characters(text))
    if not _TAG.search(text):
        return join_paragraphs(split_lines(html.unescape(text) if "&" in text else text)).split("\n\n")
    words = _words(text)
    if _BLOCK.search(text):
        return [line for piece in words.split(_BREAK) if (line := _SPACES.sub(" ", piece).strip())]
    return join_paragraphs(split_lines(words.replace(_BREAK, "\n"))).split("\n\n")


def without_shortcodes(text: str) -> str:
    """Take WordPress's block comments, shortcodes and captions out of a text."""
    return _NAMED.sub("", _SHORTCODE.sub("", _CAPTION.sub("", _GUTENBERG.sub("", text))))


def one_line(text: str) -> str:
    """Give a short text, such as a headline, as one line without tags and entities."""
    plain = plain_characters(text)
    if "&" in plain:
        plain = html.unescape(plain)
    if "<" in plain:
        plain = html.unescape(_TAG_IN_LINE.sub("", _with_words_escaped(plain)))
    return " ".join(plain.split())


def _with_words_escaped(text: str) -> str:
    """Give the text with "&lt;" where angle brackets hold words, not a tag: "<Rill Mills Inc> said", "Rill Inc <RLL>".

    A tag has an end tag, attributes, or the name of an element that may do without both.
    """
    if "<" not in text:
        return text
    ended = {name.lower() for name in _END_TAG.findall(text)}

    def escaped(found: re.Match[str]) -> str:
        name, rest = found[1].lower(), found[2]
        is_tag = name in ended or "=" in rest or rest.endswith("/") or (name in _ELEMENTS and not rest.strip())
        return found[0] if is_tag else f"&lt;{found[0][1:]}"

    return _START_TAG.sub(escaped, text)


def _words(text: str) -> str:
    """The words of a marked-up text, with a break where an element begins or ends a line."""
    from bs4 import BeautifulSoup
    from bs4.element import NavigableString, PreformattedString, Tag

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        soup = BeautifulSoup(text, "lxml")
    pieces: list[str] = []
    # Not recursive: markup may be nested more deeply than calls may be.
    waiting: list[object] = [soup]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Tag):
            if node.name in _NO_TEXT:
                continue
            if node.name in _BLOCKS:
                pieces.append(_BREAK)
                waiting.append(_BREAK)
            waiting.extend(reversed(node.contents))
        elif isinstance(node, PreformattedString):
            continue
        elif isinstance(node, NavigableString) or node == _BREAK:
            pieces.append(str(node))
    return "".join(pieces)
