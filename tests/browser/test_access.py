"""No page has anything that axe-core objects to, in any view; and no page is heavy."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.addresses import PAGES, address_of

axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="browser tests need `make browser-test`: no axe"
)
FIRST_LOAD = 100_000
"""Bytes of a first page with all that it loads, as they travel: compressed."""
SHIFTS = """new Promise(done => {
  const total = list => list.getEntries().reduce((sum, one) => sum + one.value, 0);
  new PerformanceObserver(list => done(total(list))).observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(0), 300);
})"""


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing(site: str, browser: Any, page: str, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    opened = context.new_page()
    opened.goto(site + address_of(page, site))
    opened.evaluate("document.querySelectorAll('details').forEach((one, index) => { one.open = index < 6; })")
    found = axe.Axe().run(opened)
    told = [
        f"{one['id']}: {one['help']}\n  " + "\n  ".join(node["html"][:200] for node in one["nodes"][:4])
        for one in found.response["violations"]
    ]
    assert not told, "\n".join(told)
    context.close()


@pytest.mark.parametrize("page", PAGES)
def test_a_first_load_is_light_and_nothing_moves(site: str, browser: Any, page: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    answers: list[Any] = []
    opened.on("response", lambda answer: answers.append(answer) if answer.status == 200 else None)
    opened.goto(site + address_of(page, site), wait_until="networkidle")
    moved = opened.evaluate(SHIFTS)
    travelled = [answer.request.sizes()["responseBodySize"] for answer in answers]
    assert all(travelled)
    assert sum(travelled) <= FIRST_LOAD
    assert moved < 0.02
    context.close()
