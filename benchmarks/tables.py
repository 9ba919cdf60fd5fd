"""What was measured, as tables in Markdown, ready for docs/performance.md."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Mapping, Sequence

from benchmarks.measure import Asked, Built, Cold, Depth

_OURS, _PEER = "On the Record", "tantivy"


def reading_table(rates: Mapping[str, float]) -> str:
    """Say how fast files are read."""
    return table(
        ("read, date and attribute", "files per CPU second"), ((kind, f"{rate:.0f}") for kind, rate in rates.items())
    )


def building_table(built: Mapping[str, Built], count: int) -> str:
    """Say what building and updating cost."""
    heads = ("building", "articles per CPU s", "CPU s", "s in all", "kB an article", "peak MB", "update of 100, CPU s")
    rows = (
        (
            name,
            f"{count / one.cpu:.0f}",
            f"{one.cpu:.1f}",
            f"{one.wall:.1f}",
            f"{one.size / count / 1024:.1f}",
            f"{one.memory / 2**20:.0f}",
            f"{one.update_cpu:.2f}",
        )
        for name, one in built.items()
    )
    return table(heads, rows)


def searching_table(asked: Sequence[Asked], cold: Mapping[str, Cold]) -> str:
    """Say what answers cost: medians by category, then over all questions, then the first one after opening."""
    engines = list(dict.fromkeys(one.engine for one in asked))
    categories = list(dict.fromkeys(one.question.category for one in asked))
    parts = []
    for depth, title in (("top", "ten best and total, ms"), ("page", "whole page, ms")):
        rows = []
        for category in (*categories, None):
            row = [category or "all: median"]
            for name in engines:
                row.append(_number(_times(asked, name, depth, category), statistics.median))  # type: ignore[arg-type]
            rows.append(row)
        rows.append(["all: 95th percentile", *(_number(_times(asked, name, depth), _p95) for name in engines)])  # type: ignore[arg-type]
        if _PEER in engines and _OURS in engines:
            rows.append(["ratio to tantivy", *(_ratio(asked, name, depth) for name in engines)])  # type: ignore[arg-type]
        parts.append(table((title, *engines), rows))
    loading = [f"{cold[name].loading:.1f}" for name in engines]
    first = [f"{cold[name].first:.1f}" for name in engines]
    memory = [f"{used / 2**20:.0f}" if (used := cold[name].memory) else "–" for name in engines]
    rows = [["its code loaded, ms", *loading], ["open and first page, ms", *first], ["own memory, MB", *memory]]
    parts.append(table(("opened anew", *engines), rows))
    return "\n".join(parts)


def totals_note(asked: Sequence[Asked]) -> str:
    """Say, a line for each engine, where it finds another number of articles than ours, with the first five such."""
    ours = {one.question: one.total for one in asked if one.engine == _OURS}
    lines = []
    for name in dict.fromkeys(one.engine for one in asked if one.engine != _OURS):
        others = [one for one in asked if one.engine == name and one.total is not None and one.question in ours]
        apart = [one for one in others if one.total != ours[one.question]]
        examples = (
            f"{one.question.category} {' '.join(one.question.words)}: {one.total}, ours {ours[one.question]}"
            for one in apart[:5]
        )
        lines.append("; ".join([f"- {name}: {len(others)} totals compared, {len(apart)} of them other", *examples]))
    return "\n".join(lines)


def _times(asked: Sequence[Asked], engine: str, depth: Depth, category: str | None = None) -> list[float]:
    return [
        one.times[depth]
        for one in asked
        if one.engine == engine and depth in one.times and category in (None, one.question.category)
    ]


def _ratio(asked: Sequence[Asked], engine: str, depth: Depth) -> str:
    """Compare the medians over the questions that both engines answer."""
    own = {one.question: one.times[depth] for one in asked if one.engine == engine and one.times}
    peer = {one.question: one.times[depth] for one in asked if one.engine == _PEER and one.times}
    both = own.keys() & peer.keys()
    ratio = statistics.median(own[one] for one in both) / statistics.median(peer[one] for one in both)
    return f"{ratio:.2f}"


def percentile(times: Sequence[float], share: float) -> float:
    """Give the time that such a share of all stay within."""
    return sorted(times)[round(share * (len(times) - 1))]


def _p95(times: Sequence[float]) -> float:
    return percentile(times, 0.95)


def _number(times: list[float], of: object) -> str:
    return f"{of(times):.2f}" if times else "–"  # type: ignore[operator]


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Give a table in Markdown."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"
