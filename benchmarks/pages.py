"""Sections of the documentation that benchmarks write: what stands between two comments with a name."""

from __future__ import annotations

from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"
PERFORMANCE = DOCS / "performance.md"


def write_section(page: Path, name: str, text: str) -> None:
    """Replace what stands in a section of a page. Raises ValueError if the page has no such section."""
    page.write_text(with_section(page.read_text("utf-8"), name, text), encoding="utf-8")


def has_section(page: Path, name: str) -> bool:
    """Say whether a page has a section of that name."""
    return _begin(name) in page.read_text("utf-8")


def with_section(page: str, name: str, text: str) -> str:
    """Give a page with another text in a section."""
    begin, end = _begin(name), f"<!-- end of {name} -->"
    before, found, rest = page.partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"the page has no section “{name}”")
    return f"{before}{begin}\n{text.strip()}\n\n{end}{after}"


def _begin(name: str) -> str:
    return f"<!-- {name} -->\n"
