"""The pictures of the docs, taken from the sample archive: ``make screenshots``."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.serving import BROWSER_ARGUMENTS, find_browser, serve_sample

IMAGES = Path(__file__).parents[2] / "docs" / "images"
SHOTS = {
    "search.png": "/search?q=water+bond&speaker=maren-tolliver&sort=newest",
    "statements.png": "/search?q=water+bond&in=statements",
    "compare.png": "/compare?speaker=augustin-pell&speaker=maren-tolliver&q=water",
}


def main() -> int:
    """Take every picture."""
    browser = find_browser()
    if browser is None:
        print("The screenshots need Chromium (on Debian: apt install chromium).", file=sys.stderr)
        return 1
    IMAGES.mkdir(parents=True, exist_ok=True)
    with serve_sample() as site, sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=browser, args=list(BROWSER_ARGUMENTS))
        page = opened.new_page(viewport={"width": 1280, "height": 960}, color_scheme="light")
        for name, address in SHOTS.items():
            page.goto(site + address)
            page.screenshot(path=IMAGES / name)
            print(f"docs/images/{name}")
        opened.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
