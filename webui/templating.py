"""How templates become Python: as Jinja writes it, but for what a page does a thousand times.

A name after a dot is an attribute, as everything that templates are given has attributes; Jinja would look for an item
as well, by a call. What is called is called as it stands; Jinja would ask it first whether it wants to know of the
template, and of ours nothing does. And of the values that are printed, most hold no mark to escape, or are marked up
already, so that they need no wrapper.
"""

from __future__ import annotations

from typing import Any

from flask.templating import Environment
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Call, Expr, Getattr, Name
from markupsafe import Markup, escape


def escaped(value: Any) -> str:
    """Give a value as a page holds it."""
    kind = type(value)
    if kind is str:
        # Asked for one by one, they are found sooner than by a pattern.
        is_plain = "&" not in value and "<" not in value and ">" not in value and '"' not in value and "'" not in value
        return value if is_plain else escape(value)
    return value if kind is Markup else escape(value)


_WANT_CONTEXT = frozenset(("gettext", "ngettext"))
"""What a block of words to translate calls."""


class _Writing(CodeGenerator):
    """Writes the Python of a template."""

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:
        wants_context = isinstance(node.node, Name) and node.node.name in _WANT_CONTEXT
        if wants_context or forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write("environment.escaped(")
        if finalize.src is not None:
            self.write(finalize.src)


class Templates(Environment):
    """The environment of the site's templates, all of which are HTML or XML: each value that they print is escaped."""

    code_generator_class = _Writing
    escaped = staticmethod(escaped)
