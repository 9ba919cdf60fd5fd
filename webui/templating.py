"""How templates become Python: as Jinja writes it, but for what a page does a thousand times.

A name after a dot is an attribute, as everything that templates are given has attributes; Jinja would look for an item
as well, by a call. And of the values that are printed, most hold no mark to escape, so that they need no wrapper.
"""

from __future__ import annotations

import re
from typing import Any

from flask.templating import Environment
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr, Getattr
from markupsafe import escape

_needs_escaping = re.compile("[&<>'\"]").search


def escaped(value: Any) -> str:
    """Give a value as a page holds it."""
    return value if type(value) is str and not _needs_escaping(value) else escape(value)


class _Writing(CodeGenerator):
    """Writes the Python of a template."""

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write("environment.escaped(")
        if finalize.src is not None:
            self.write(finalize.src)


class Templates(Environment):
    """The environment of the site's templates, all of which are HTML or XML: each value that they print is escaped."""

    code_generator_class = _Writing
    escaped = staticmethod(escaped)
