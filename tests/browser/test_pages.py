"""Every page as a reader meets it: wide and narrow, light and dark, without scripts, from link to link."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.browser.addresses import PAGES, address_of

PICTURES = Path(__file__).parents[2] / "build" / "screenshots"
VIEWS = {"wide": (1280, 900), "phone": (320, 700)}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_fits_without_scripts(site: str, browser: Any, page: str, view: str, scheme: str) -> None:
    width, height = VIEWS[view]
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, java_script_enabled=False
    )
    opened = context.new_page()
    requested: list[str] = []
    opened.on("request", lambda request: requested.append(request.url))
    response = opened.goto(site + address_of(page, site))
    assert response is not None
    assert response.status in (200, 400, 404)
    assert opened.locator("main h1").count() >= 1
    PICTURES.mkdir(parents=True, exist_ok=True)
    opened.screenshot(path=PICTURES / f"{page}-{view}-{scheme}.png", full_page=True)
    wide = opened.locator("html").bounding_box()
    assert wide is not None
    assert wide["width"] <= width
    assert all(url.startswith(site) for url in requested), "a page loads nothing from elsewhere"
    context.close()


@pytest.mark.parametrize("page", PAGES)
def test_nothing_scrolls_sideways_on_a_phone(site: str, browser: Any, page: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 700})
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.goto(site + address_of(page, site))
    overflow = opened.evaluate("document.scrollingElement.scrollWidth - window.innerWidth")
    assert overflow <= 0
    assert errors == []
    context.close()


_BOTTOMS = """rows => rows.map(row => [...new Set([...row.childNodes].flatMap(one => {
  const words = document.createRange();
  words.selectNodeContents(one);
  const box = words.getBoundingClientRect();
  return box.width && one.textContent.trim() ? [Math.round(box.bottom)] : [];
}))])"""


def test_words_of_a_row_stand_on_one_line(site: str, browser: Any) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{site}/search?q=water")
    rows = page.eval_on_selector_all(".foot .wrap, p.opts", _BOTTOMS)
    assert len(rows) == 3
    assert all(len(bottoms) == 1 for bottoms in rows), rows
    page.close()


def test_a_reporter_finds_what_the_mayor_said_without_scripts(site: str, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    page.fill("main [name=q]", "water bond")
    page.fill("main [name=speaker]", "Maren Tolliver")
    page.fill("main [name=from]", "2024")
    page.click("main form button")
    assert re.search(r"/search\?q=water\+bond&speaker=maren-tolliver&from=2024$", page.url)
    assert "Maren Tolliver" in page.inner_text("main h1")
    assert page.locator("main mark").count() > 0

    page.click("nav.tabs a:has-text('Statements')")
    assert "in=statements" in page.url
    found = int(re.sub(r"\D", "", page.inner_text("main h1 strong")))
    assert found > 0
    page.locator("a:has-text('In context')").first.click()
    assert "/article/" in page.url
    assert page.locator(".st").count() > 0
    context.close()


def test_by_keyboard_alone(site: str, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    page.keyboard.press("Tab")
    assert "main" in (page.locator(":focus").get_attribute("href") or "")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.locator(":focus").get_attribute("name") == "q":
            break
    page.keyboard.type("ferry")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=ferry")
    assert "ferry" in page.inner_text("main h1")
    context.close()
