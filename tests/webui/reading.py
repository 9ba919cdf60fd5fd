"""Reads pages strictly: html5lib's errors are failures."""

from __future__ import annotations

import warnings
from typing import Any
from xml.etree import ElementTree

import html5lib
from flask.testing import FlaskClient
from html5lib.constants import DataLossWarning

XHTML = "{http://www.w3.org/1999/xhtml}"


def parse(html: str) -> Any:
    """Parse a page; any error of HTML's own grammar is raised."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DataLossWarning)
        return html5lib.HTMLParser(ElementTreeBuilder, strict=True, namespaceHTMLElements=False).parse(html)


ElementTreeBuilder = html5lib.getTreeBuilder("etree", implementation=ElementTree)


def page(site: FlaskClient, address: str, status: int = 200) -> Any:
    """Get a page and parse it."""
    answer = site.get(address)
    assert answer.status_code == status, f"{address}: {answer.status}"
    assert answer.mimetype == "text/html"
    return parse(answer.get_data(as_text=True))


def text_of(element: Any) -> str:
    """Give the words of an element, with single spaces."""
    return " ".join("".join(element.itertext()).replace("\N{NO-BREAK SPACE}", " ").split())


def find(tree: Any, tag: str, css: str = "") -> list[Any]:
    """Give the elements of a tag, all of them or those of a class."""
    return [found for found in tree.iter(tag) if not css or css in (found.get("class") or "").split()]


def heading(tree: Any) -> str:
    """Give the page's main heading."""
    return text_of(find(tree, "h1")[0])


def links(tree: Any) -> list[str]:
    """Give every address that a page leads to, those in its head included."""
    return [found.get("href") for tag in ("a", "link") for found in tree.iter(tag) if found.get("href")]
