"""Templates print what they printed as Jinja writes them, and never a mark that was not escaped."""

from __future__ import annotations

import flask
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markupsafe import Markup, escape

from webui.templating import escaped

VALUES = st.text() | st.text("<>&'\"a;") | st.text().map(Markup) | st.integers() | st.none() | st.booleans()


@given(VALUES)
def test_every_value_is_escaped_as_elsewhere(value: object) -> None:
    assert escaped(value) == escape(value)


class Loud(str):
    """A kind of text that says of itself how it is printed."""

    __slots__ = ()

    def __html__(self) -> str:
        return f"<b>{escape(str(self))}</b>"


def test_what_knows_its_own_markup_is_asked_for_it() -> None:
    assert escaped(Loud("<")) == "<b>&lt;</b>"


def test_a_name_that_is_not_there_is_an_error(app: flask.Flask) -> None:
    for template in ("{{ nothing }}", "{{ nothing.more }}", "{{ word.nothing }}"):
        with app.test_request_context("/"), pytest.raises((UndefinedError, AttributeError)):
            flask.render_template_string(template, word="a")
    with app.test_request_context("/"):
        assert flask.render_template_string("{{ word.title() }} {{ word }}", word="<a>") == "&lt;A&gt; &lt;a&gt;"
