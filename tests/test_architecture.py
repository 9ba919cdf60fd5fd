"""Who may import whom: the table of docs/architecture.md, held against the real imports."""

from __future__ import annotations

import ast
import graphlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("search", "indexer", "webui")

WALLS = {"search": {"search"}, "indexer": {"indexer", "search"}, "webui": {"webui", "search"}}

LAYERS = {
    "search": (
        ("search.cli", "search.__main__"),
        (
            "search.service",
            "search.listing",
            "search.answering",
            "search.narrowing",
            "search.suggestions",
            "search.reuse",
            "search.wire",
        ),
        ("search.backends",),
        ("search.hits", "search.snippets", "search.windows", "search.marks"),
        (
            "search.matching",
            "search.occurrences",
            "search.reading",
            "search.ordering",
            "search.identity",
            "search.speakers",
            "search.copies",
        ),
        ("search.results", "search.builds"),
        ("search.query",),
        (
            "search.documents",
            "search.fields",
            "search.ids",
            "search.days",
            "search.analysis",
            "search.moving",
            "search.slips",
        ),
        ("search.deadline",),
        ("search.errors", "search.settings", "search.scoring", "search.interrupts"),
        ("search.sentences", "search.folding", "search.stemming"),
    ),
    "indexer.attribution": (
        ("indexer.attribution.training",),
        ("indexer.attribution.attribute",),
        ("indexer.attribution.assembly", "indexer.attribution.reasons"),
        ("indexer.attribution.report_drafts", "indexer.attribution.joint_drafts"),
        ("indexer.attribution.drafts", "indexer.attribution.confidence"),
        ("indexer.attribution.interviews", "indexer.attribution.quotes"),
        ("indexer.attribution.reports", "indexer.attribution.resolution"),
        ("indexer.attribution.model",),
        ("indexer.attribution.tagger",),
        ("indexer.attribution.entities",),
        ("indexer.attribution.mentions",),
        ("indexer.attribution.phrases",),
        ("indexer.attribution.text",),
    ),
}
"""From the top; a module may import what stands lower, and what stands beside it in its own layer."""

HOMES = {
    "whoosh": ("search/backends/whoosh/",),
    "numpy": ("search/backends/whoosh/", "search/copies.py", "indexer/attribution/"),
    "bs4": ("indexer/parsing/",),
    "lxml": ("indexer/parsing/",),
    "trafilatura": ("indexer/parsing/",),
    "htmldate": ("indexer/parsing/", "indexer/dating.py"),
    "py3langid": ("indexer/parsing/",),
    "pypdf": ("indexer/parsing/formats/pdf.py",),
    "warcio": ("indexer/parsing/formats/web_archive.py",),
    "yaml": ("indexer/parsing/formats/",),
    "markdown_it": ("indexer/parsing/formats/",),
    "dateutil": ("search/query/dates.py", "indexer/dating.py", "indexer/parsing/", "indexer/written_dates.py"),
    "snowballstemmer": ("search/stemming.py",),
    "flask": ("webui/",),
    "flask_babel": ("webui/",),
    "babel": ("webui/",),
    "werkzeug": ("webui/",),
    "markupsafe": ("webui/",),
    "jinja2": ("webui/",),
    "gunicorn": ("webui/",),
    "click": ("search/cli.py", "indexer/cli.py", "indexer/building.py", "indexer/named.py"),
    "tqdm": ("indexer/progress.py",),
}
"""The one home of each library."""


def modules() -> Iterator[tuple[str, Path]]:
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


MODULES = list(modules())
NAMES = {name for name, _ in MODULES}


def module_named(name: str) -> str | None:
    """The project's module that an imported name belongs to."""
    while name and name not in NAMES:
        name = name.rpartition(".")[0]
    return name or None


def tower_of(module: str) -> str | None:
    """The tower of layers that a module stands in."""
    return next((tower for tower in LAYERS if module.startswith(f"{tower}.")), None)


def layer_of(module: str) -> int | None:
    matching = [
        (len(prefix), number)
        for number, layer in enumerate(LAYERS.get(tower_of(module) or "", ()))
        for prefix in layer
        if module == prefix or module.startswith(f"{prefix}.")
    ]
    return max(matching)[1] if matching else None


@pytest.mark.parametrize(("module", "path"), MODULES, ids=[name for name, _ in MODULES])
def test_nothing_crosses_a_package_wall(module: str, path: Path) -> None:
    allowed = WALLS[module.partition(".")[0]]
    crossed = {name for name in imports_of(path) if name.partition(".")[0] in set(PACKAGES) - allowed}
    assert not crossed


@pytest.mark.parametrize(
    ("module", "path"), [(m, p) for m, p in MODULES if tower_of(m)], ids=[name for name, _ in MODULES if tower_of(name)]
)
def test_a_layer_imports_downwards_only(module: str, path: Path) -> None:
    here = layer_of(module)
    assert here is not None, f"{module} has no layer: give it one in LAYERS"
    for name in imports_of(path):
        other = module_named(name)
        if other and tower_of(other) == tower_of(module):
            there = layer_of(other)
            assert there is not None
            assert there >= here, f"{module} imports {other}, which stands above it"


def test_the_service_knows_no_engine() -> None:
    known = {name for name in imports_of(ROOT / "search/service.py") if name.startswith("search.backends")}
    assert known
    assert all(name.startswith("search.backends.base.") for name in known)


@pytest.mark.parametrize(("module", "path"), MODULES, ids=[name for name, _ in MODULES])
def test_each_library_has_one_home(module: str, path: Path) -> None:
    where = path.relative_to(ROOT).as_posix()
    for name in imports_of(path):
        library = name.partition(".")[0]
        if library in sys.stdlib_module_names or library in PACKAGES:
            continue
        assert library in HOMES, f"{module} imports {library}, which has no home: give it one in HOMES"
        assert where.startswith(HOMES[library]), f"{library} is at home in {HOMES[library]}, not in {where}"


def test_no_circles() -> None:
    uses = {
        name: {other for used in imports_of(path) if (other := module_named(used)) and other != name}
        for name, path in MODULES
    }
    # Raises CycleError, which names the circle.
    assert list(graphlib.TopologicalSorter(uses).static_order())
