"""One served archive and one browser for all browser tests; without a browser they are skipped, and say so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="browser tests need `make browser-test`: no playwright")


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the served sample archive."""
    from tests.browser.serving import serve_sample

    with serve_sample() as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium."""
    from tests.browser.serving import BROWSER_ARGUMENTS, find_browser

    path = find_browser()
    if path is None:
        pytest.skip("browser tests need Chromium (on Debian: apt install chromium)")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=path, args=list(BROWSER_ARGUMENTS))
        yield opened
        opened.close()
