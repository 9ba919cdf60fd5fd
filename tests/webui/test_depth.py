"""A search is read so deep and no deeper: no face of it leads to a page that would be refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from search.cli import page_lines
from search.query.params import from_params, to_params
from search.query.request import MAX_DEPTH
from search.results import Page
from search.wire import page_to_wire
from tests.builders import request
from tests.search.test_service import DATED, RAIDS, serve
from webui.feeds import feed
from webui.links import Links

SERVICE = serve(RAIDS, DATED)


def at(number: int) -> Page:
    asked = request("raids", page=number)
    assert from_params(to_params(asked)) == asked
    return replace(SERVICE.page(request("raids")), request=asked, number=number, pages=MAX_DEPTH, total=MAX_DEPTH * 10)


@pytest.mark.parametrize(("number", "leads_on"), [(MAX_DEPTH // 10 - 1, True), (MAX_DEPTH // 10, False)])
def test_no_face_leads_to_a_page_too_deep(number: int, leads_on: bool) -> None:
    page = at(number)
    followed = feed(replace(page, hits=()), page.request, SERVICE.article, Links())
    told = page_to_wire(page, SERVICE.status(), lambda asked: str(asked.page))
    assert bool(followed.next_url) == leads_on
    assert told["next_url"] == (str(number + 1) if leads_on else None)
    assert any("--page" in line for line in page_lines(page)) == leads_on
