"""What the script adds: copying, keys, names while typing, and the browser's own list of searches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.addresses import address_of


@pytest.fixture
def page(browser: Any, site: str) -> Iterator[Any]:
    """A page that may use the clipboard; any error in it fails the test."""
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site)
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield opened
    assert errors == []
    context.close()


def copied(page: Any) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_a_quote_a_citation_and_a_link_are_copied(page: Any, site: str) -> None:
    page.goto(f"{site}/search?q=water+bond&in=statements")
    row = page.locator("article.stmt").first
    row.get_by_role("button", name="Copy quote").click()
    quote = copied(page)
    assert quote == row.locator("p.cite").first.text_content()
    row.get_by_text("Copied").wait_for()
    row.get_by_role("button", name="Copy citation").click()
    assert quote in copied(page)
    assert "/statement/" in copied(page)
    page.get_by_role("button", name="Copy", exact=True).click()
    assert copied(page) == page.url


def test_keys_lead_from_hit_to_hit(page: Any, site: str) -> None:
    page.goto(site + address_of("found", site))
    total = page.locator("mark[id^='h-']").count()
    assert total > 2
    page.keyboard.press("n")
    assert page.locator(".hits [aria-current]").inner_text().endswith("1")
    page.keyboard.press("n")
    page.keyboard.press("n")
    assert page.locator("mark.now").get_attribute("id") == "h-3"
    page.keyboard.press("p")
    assert page.locator("mark.now").get_attribute("id") == "h-2"
    assert page.locator("mark.now").is_visible()
    page.locator(".hits a").nth(total - 1).click()
    page.keyboard.press("n")
    assert page.locator("mark.now").get_attribute("id") == "h-1"


def test_keys_search_leave_and_explain_and_can_be_switched_off(page: Any, site: str) -> None:
    page.goto(site)
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("n/p?")
    assert page.input_value("main [name=q]") == "n/p?"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.name") is None
    page.keyboard.press("?")
    page.wait_for_url("**/help#keys")
    page.get_by_label("Single keys on this site").uncheck()
    page.goto(site)
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") is None


def test_bars_are_one_stop_with_arrows(page: Any, site: str) -> None:
    page.goto(f"{site}/search?q=water")
    assert page.locator(".chart svg a[tabindex='0']").count() == 1
    page.locator(".chart svg a[tabindex='0']").focus()
    first = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("ArrowRight")
    second = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert first != second
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == first


def test_what_cannot_be_asked_just_now_is_not_told_as_nothing_new(browser: Any, site: str) -> None:
    opened = browser.new_page()
    opened.goto(f"{site}/search?q=water+bond")
    opened.get_by_role("button", name="Save").click()
    opened.get_by_text("Saved. It is in your list.").wait_for()
    opened.route("**/search.json**", lambda route: route.fulfill(status=503, body="{}"))
    with opened.expect_response("**/search.json**"):
        opened.goto(f"{site}/saved")
    opened.wait_for_load_state("networkidle")
    assert opened.get_by_text("Last looked at on").count() == 1
    assert not opened.get_by_text("Nothing new.").count()
    opened.close()


def test_news_of_a_search_in_another_language_is_told_in_it(page: Any, site: str) -> None:
    page.goto(f"{site}/search?q=water+bond&lang=es")
    page.get_by_role("button", name="Guardar").click()
    page.get_by_text("Guardada. Está en su lista.").wait_for()
    page.evaluate(
        "localStorage.setItem('saved-searches', JSON.stringify(JSON.parse(localStorage.getItem('saved-searches'))"
        ".map(one => ({...one, generation: '20000101T000000Z-0000'}))))"
    )
    page.goto(f"{site}/saved?lang=es")
    page.get_by_role("link", name="Nuevos desde su última visita").click()
    assert page.url.endswith("added=20000101T000000Z-0000&lang=es")


def test_names_come_while_typing(page: Any, site: str) -> None:
    page.goto(f"{site}/search?q=water")
    page.locator("main, .ask").locator("[name=speaker]").first.press_sequentially("Maren Tolliver, oka")
    page.locator("#people option[value='Maren Tolliver, Wren Okabe']").wait_for(state="attached")


def test_a_search_is_kept_in_the_browser_and_news_is_told(page: Any, site: str) -> None:
    page.goto(f"{site}/saved")
    assert page.locator("[data-none]").is_visible()
    page.goto(f"{site}/search?q=water+bond&in=statements")
    page.get_by_label("Short name").fill("The bond")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Saved. It is in your list.").wait_for()
    page.goto(f"{site}/saved")
    assert not page.locator("[data-none]").is_visible()
    page.get_by_text("Nothing new.").wait_for()
    page.evaluate(
        "localStorage.setItem('saved-searches', JSON.stringify(JSON.parse(localStorage.getItem('saved-searches'))"
        ".map(one => ({...one, generation: '20000101T000000Z-0000'}))))"
    )
    page.reload()
    news = page.get_by_role("link", name="new since you last looked")
    news.wait_for()
    total = int(news.inner_text().partition(" ")[0])
    assert total > 3
    page.goto(f"{site}/search?q=water+bond&in=statements")
    page.get_by_role("link", name=f"{total} new since you last looked").click()
    assert "added=20000101T000000Z-0000" in page.url
    assert page.inner_text("main h1 strong") == str(total)
    page.goto(f"{site}/search?q=water+bond&in=statements")
    page.goto(f"{site}/saved")
    page.get_by_text("Nothing new.").wait_for()
    feed = page.get_by_role("link", name="Feed").get_attribute("href")
    assert feed == "/search.atom?q=water+bond&in=statements"
    page.get_by_role("button", name="Remove").click()
    assert page.locator("[data-none]").is_visible()
