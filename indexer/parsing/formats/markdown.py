"""Markdown with front matter, as Hugo, Jekyll and their kin keep stories: one a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from indexer.parsing.decoding import plain_characters
from indexer.parsing.formats import json_fields as fields
from indexer.parsing.formats.front_matter import split_front_matter
from indexer.parsing.formats.json_shapes import Node, folded, moment_in
from indexer.parsing.formats.markup import paragraphs
from indexer.parsing.formats.records import Record, article_of, names_in, web_address
from indexer.parsing.parsed import SeenDate, Unreadable
from indexer.parsing.sources import Found, Source

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd"})
_FRONT_MATTER = re.compile(
    rb"---[ \t]*\r?\n(?:[^\n]*\n){0,60}?(?:title|date|layout|author|slug|headline|published)[ \t]*:"
    rb"(?:[^\n]*\n){0,200}?(?:---|\.\.\.)[ \t]*\r?(?:\n|$)|"
    rb"\+\+\+[ \t]*\r?\n(?:[^\n]*\n){0,200}?\+\+\+[ \t]*\r?(?:\n|$)",
    re.I,
)
# Hugo's {{< figure … >}} and {{% note %}}, Liquid's {% include … %} and {{ site.url }}; what a pair encloses stays.
_SHORTCODE = re.compile(r"\{\{[<%].{0,2000}?[>%]\}\}|\{%.{0,2000}?%\}|\{\{.{0,500}?\}\}|\{:[^}\n]{0,200}\}", re.S)
_HEADING = re.compile(r"\s*#[ \t]+(?P<title>[^\n]+?)[ \t]*#*[ \t]*(?:\n|$)|\s*(?P<over>[^\n#>\-*].*)\n=+[ \t]*(?:\n|$)")
_BREAK = "\n"
_PUBLISHED = ("publishdate", "publishedat", "pubdate", "date", "published", "datepublished", "created", "issued")
_UPDATED = ("lastmod", "updated", "lastmodified", "lastmodifiedat", "modified", "dateupdated", "updatedat")
_SLUG = re.compile(r"[a-z]+(?:-[a-z]+){1,3}")


def is_markdown(head: bytes, suffix: str) -> bool:
    """Say whether a file is Markdown: by its front matter, else by its extension."""
    return suffix in _SUFFIXES or bool(_FRONT_MATTER.match(head))


def read_markdown(source: Source) -> Iterator[Found]:
    """Read the story of a file; a draft and the page of a section are refused."""
    if source.path.rpartition("/")[2] == "_index.md":
        raise Unreadable("a section's page, no article")
    matter, text = split_front_matter(source.text().replace("\r\n", "\n"))
    node = folded(matter)
    if _is_set(node.get("draft")) or str(node.get("published", "")).casefold() == "false":
        raise Unreadable("a draft, not published")
    headline = fields.headline_of(node)
    if headline is None:
        headline, text = _heading(text)
    yield article_of(
        Record(
            headline=headline,
            text=markdown_paragraphs(text),
            bylines=names_in(_authors(node)),
            outlet=fields.outlet_of(node),
            section=fields.section_of(node),
            dateline=node["dateline"] if isinstance(node.get("dateline"), str) else None,
            url=next(
                (url for name in ("canonicalurl", "canonical", "url", "permalink") if (url := _url(node, name))), None
            ),
            dates=[
                *([SeenDate(published, "front matter")] if (published := _moment(node, _PUBLISHED)) else ()),
                *([SeenDate(updated, "front matter", "updated")] if (updated := _moment(node, _UPDATED)) else ()),
            ],
        )
    )


def markdown_paragraphs(text: str) -> list[str]:
    """Give the words of a Markdown text in paragraphs, without its marks, pictures and shortcodes."""
    found: list[str] = []
    for token in _parser().parse(_SHORTCODE.sub("", text)):
        if token.type == "inline":
            found += _words(token.children or ()).split(_BREAK)
        elif token.type == "html_block":
            found += paragraphs(token.content)
        elif token.type in ("fence", "code_block"):
            found += token.content.split("\n")
    return [line for piece in found if (line := " ".join(piece.split()))]


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _words(tokens: Iterable[Token]) -> str:
    pieces: list[str] = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            pieces.append(token.content)
        elif token.type == "softbreak":
            pieces.append(" ")
        elif token.type == "hardbreak" or (token.type == "html_inline" and token.content[:3].lower() == "<br"):
            pieces.append(_BREAK)
    return plain_characters("".join(pieces))


def _heading(text: str) -> tuple[str | None, str]:
    """The heading that a file without a title in its front matter opens with, and what follows."""
    match = _HEADING.match(text)
    return (match["title"] or match["over"], text[match.end() :]) if match else (None, text)


def _authors(node: Node) -> Iterator[str]:
    """The authors' names; of one who is only called by a key ("paula-quist"), the name that it stands for."""
    for name in ("byline", "authors", "author", "by", "writer", "writers"):
        value = node.get(name)
        for person in value if isinstance(value, list) else [value]:
            named = person.get("name") if isinstance(person, dict) else person
            if isinstance(named, str) and named.strip():
                yield named.replace("-", " ").title() if _SLUG.fullmatch(named.strip()) else named


def _moment(node: Node, names: tuple[str, ...]) -> str | None:
    return next((moment for name in names if (moment := moment_in(node.get(name)))), None)


def _url(node: Node, name: str) -> str | None:
    return web_address(node.get(name))


def _is_set(value: Any) -> bool:
    return value is True or str(value).casefold() in ("true", "yes", "on")
