"""Templates print what they printed as Jinja writes them, and never a mark that was not escaped."""

from __future__ import annotations

import flask
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, TemplateAssertionError, UndefinedError
from markupsafe import Markup, escape

from webui.templating import compile_templates, escaped

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


def test_no_reader_waits_for_a_template_to_be_made(app: flask.Flask) -> None:
    compile_templates(app)
    cache = app.jinja_env.cache
    assert cache is not None
    assert {"results.html", "_chart.html", "feed.xml"} < {name for _, name in cache}


def test_a_name_that_is_not_there_is_an_error(app: flask.Flask) -> None:
    for template in ("{{ nothing }}", "{{ nothing.more }}", "{{ word.nothing }}"):
        with app.test_request_context("/"), pytest.raises((UndefinedError, AttributeError)):
            flask.render_template_string(template, word="a")
    with app.test_request_context("/"):
        assert flask.render_template_string("{{ word.title() }} {{ word }}", word="<a>") == "&lt;A&gt; &lt;a&gt;"


MACROS = "{% macro told(word, mark='!') %}<b>{{ word }}{{ mark }}</b>{% endmacro %}"


@pytest.mark.parametrize(
    ("call", "printed"),
    [
        ("told('<')", "<b>&lt;!</b>"),
        ("told('a', '&')", "<b>a&amp;</b>"),
        ("told(told('<', ''), '')", "<b><b>&lt;</b></b>"),
    ],
)
def test_a_macro_gives_marked_up_text_and_takes_what_is_left_out_from_its_defaults(
    app: flask.Flask, call: str, printed: str
) -> None:
    with app.test_request_context("/"):
        assert flask.render_template_string(MACROS + "{{ " + call + " }}") == printed


def test_a_macro_that_lacks_an_argument_or_is_given_one_that_is_not_in_its_place_is_an_error(app: flask.Flask) -> None:
    for call in ("told()", "told('a', 'b', 'c')", "told(word='a')"):
        with app.test_request_context("/"), pytest.raises((UndefinedError, TypeError)):
            flask.render_template_string(MACROS + "{{ " + call + " }}")


def test_a_macro_that_takes_more_than_it_names_is_refused_when_it_is_written(app: flask.Flask) -> None:
    for macro in ("{{ varargs }}", "{{ kwargs }}", "{{ caller() }}"):
        with app.test_request_context("/"), pytest.raises(TemplateAssertionError):
            flask.render_template_string("{% macro any() %}" + macro + "{% endmacro %}{{ any() }}")


def test_blocks_stand_where_their_templates_put_them(app: flask.Flask) -> None:
    parts = {
        "below.html": "<a>{% block one %}{{ word }}{% endblock %}</a>{% block two %}-{% endblock %}",
        "above.html": "{% extends 'below.html' %}{% block one %}({{ super() }}){% endblock %}",
    }
    own = app.jinja_env.overlay(loader=DictLoader(parts))
    assert own.get_template("above.html").render(word="<") == "<a>(&lt;)</a>-"
