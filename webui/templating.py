"""How templates become Python: as Jinja writes it, but for what a page does a thousand times.

A name after a dot is an attribute, as everything that templates are given has attributes; Jinja would look for an item
as well, by a call. What is called is called as it stands; Jinja would ask it first whether it wants to know of the
template, and of ours nothing does. A macro is a function that is given its arguments in order; Jinja would wrap it in
an object that sorts them. Of the values that are printed, most are text without a mark to escape, or are marked up
already, so that they need no wrapper. And a block is one piece of text: Jinja would hand on each of a thousand pieces.

Macros stand in files of their own, imported without context. One that sees its page holds it, and all that it shows,
until a collection of garbage.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from flask import Flask
from flask.templating import Environment
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.nodes import Call, Expr, Getattr, Name, Node
from jinja2.utils import missing
from markupsafe import Markup, escape


def escaped(value: Any) -> str:
    """Give a value as a page holds it."""
    if type(value) is int:
        return str(value)
    if type(value) is not str:
        return escape(value)
    text: str = value
    # Asked for one by one, they are found sooner than by a pattern. Addresses mostly hold the first, and no other.
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text or ">" in text or '"' in text or "'" in text:
        text = text.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;").replace("'", "&#39;")
    return text


marked: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Says that text is marked up: what ``Markup`` makes of it once it knows that it is text."""


def _function(macro: Any) -> Any:
    """Give the function of a macro, which finds out by itself what it was not given."""
    macro.__defaults__ = (missing,) * macro.__code__.co_argcount
    return macro


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

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        if macro_ref.accesses_caller or macro_ref.accesses_kwargs or macro_ref.accesses_varargs:
            self.fail("A macro takes only the arguments that it names.", macro_ref.node.lineno)
        self.write("environment.function(macro)")

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:
        self.writeline(f"return environment.marked(concat({frame.buffer}))")

    def blockvisit(self, nodes: Iterable[Node], frame: Frame) -> None:
        if frame.buffer is not None:
            super().blockvisit(nodes, frame)
            return
        self.buffer(frame)
        super().blockvisit(nodes, frame)
        self.writeline(f"yield concat({frame.buffer})")
        frame.buffer = None

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write("(_value if (_value := ")
        if finalize.src is not None:
            self.write(finalize.src)

    def _output_child_post(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if finalize.src is not None:
            self.write(")")
        self.write(").__class__ is Markup else environment.escaped(_value))")


class Templates(Environment):
    """The environment of the site's templates, all of which are HTML or XML: each value that they print is escaped."""

    code_generator_class = _Writing
    escaped, marked, function = map(staticmethod, (escaped, marked, _function))


def compile_templates(app: Flask) -> None:
    """Make Python of every template now, not when the first reader waits for it."""
    environment = app.jinja_env
    for name in environment.list_templates():
        environment.get_template(name)
