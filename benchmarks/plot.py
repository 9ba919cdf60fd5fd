"""Measures that grow with the archive, as a drawing (SVG) that can be read, heard and printed."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

_WIDTH, _HEIGHT, _ACROSS = 250, 170, 3
_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 34, 52, 34
_STYLE = """
    text { font: 12px system-ui, sans-serif; fill: #1f2328; }
    .name { font-weight: 600; }
    .axis { stroke: #59636e; stroke-width: 1; }
    .line { stroke: #0b5cad; stroke-width: 2; fill: none; }
    .point { fill: #0b5cad; }
    .straight { stroke: #59636e; stroke-width: 1; stroke-dasharray: 3 4; fill: none; }
    .ground { fill: #ffffff; }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3; } .axis, .straight { stroke: #9198a1; } .line { stroke: #6cb6ff; } .point { fill: #6cb6ff; }
      .ground { fill: #0d1117; }
    }
"""


@dataclass(frozen=True, slots=True)
class Curve:
    """A measure: its name with its unit, and its value at each size of archive."""

    name: str
    values: Mapping[int, float]


def draw(title: str, curves: Sequence[Curve]) -> str:
    """Draw each measure over the size of the archive, which grows by tenfold steps from left to right; each from zero.

    A dashed line is what a measure would be if it grew as the archive does, from its value at the first size; where it
    would leave the drawing it is left out.
    """
    rows = -(-len(curves) // _ACROSS)
    width, height = _ACROSS * _WIDTH, rows * _HEIGHT
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img"'
        ' aria-labelledby="title description">',
        f'  <title id="title">{escape(title)}</title>',
        f'  <desc id="description">{escape(describe(curves))}</desc>',
        f"  <style>{_STYLE}  </style>",
        f'  <rect class="ground" width="{width}" height="{height}"/>',
    ]
    for number, curve in enumerate(curves):
        at = f"translate({number % _ACROSS * _WIDTH} {number // _ACROSS * _HEIGHT})"
        parts += (f"  <g transform={quoteattr(at)}>", *(f"    {line}" for line in _panel(curve)), "  </g>")
    return "\n".join([*parts, "</svg>", ""])


def describe(curves: Sequence[Curve]) -> str:
    """Say in words what is drawn."""
    return " ".join(
        f"{curve.name}: {', '.join(f'{_number(value)} at {size:,} articles' for size, value in curve.values.items())}."
        for curve in curves
    )


def _panel(curve: Curve) -> list[str]:
    sizes = list(curve.values)
    most = max(curve.values.values()) or 1.0
    low, high = math.log10(sizes[0]), math.log10(sizes[-1])

    def x(size: float) -> float:
        share = (math.log10(size) - low) / (high - low) if high > low else 0.5
        return round(_LEFT + share * (_WIDTH - _LEFT - _RIGHT), 1)

    def y(value: float) -> float:
        return round(_HEIGHT - _BOTTOM - value / most * (_HEIGHT - _TOP - _BOTTOM), 1)

    points = [(x(size), y(value)) for size, value in curve.values.items()]
    ground = _HEIGHT - _BOTTOM
    lines = [
        f'<text class="name" x="{_LEFT - 14}" y="20">{escape(curve.name)}</text>',
        f'<line class="axis" x1="{_LEFT - 14}" y1="{ground}" x2="{_WIDTH - _RIGHT + 14}" y2="{ground}"/>',
        *_straight(curve, most, x, y),
        f'<polyline class="line" points="{" ".join(f"{one},{other}" for one, other in points)}"/>',
    ]
    for (size, value), (across, down) in zip(curve.values.items(), points, strict=True):
        lines += (
            f'<circle class="point" cx="{across}" cy="{down}" r="4"/>',
            f'<text x="{across}" y="{down - 10}" text-anchor="middle">{_number(value)}</text>',
            f'<text x="{across}" y="{ground + 18}" text-anchor="middle">{_short(size)}</text>',
        )
    return lines


def _straight(curve: Curve, most: float, x: Callable[[float], float], y: Callable[[float], float]) -> list[str]:
    """Draw what a measure would be if it grew as the archive does."""
    first, value = next(iter(curve.values.items()))
    last = list(curve.values)[-1]
    end = min(last, first * most / value) if value else last
    steps = [first * (end / first) ** (step / 24) for step in range(25)]
    points = " ".join(f"{x(size)},{y(value * size / first)}" for size in steps)
    return [f'<polyline class="straight" points="{points}"/>']


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _short(size: int) -> str:
    return f"{size // 1000}k" if size % 1000 == 0 else f"{size}"
