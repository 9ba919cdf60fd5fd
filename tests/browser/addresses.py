"""The pages that are looked at, every one and every state, by name."""

from __future__ import annotations

import json
from functools import cache
from urllib.request import urlopen

from webui.languages import with_language

PAGES = {
    "home": "/",
    "articles": "/search?q=water+bond&speaker=maren-tolliver",
    "statements": "/search?q=water+bond&in=statements",
    "narrowed": "/search?q=bond&from=2024-05&to=2024-06&sort=newest",
    "undated": "/search?undated=only",
    "nothing": "/search?q=zeppelin&speaker=maren-tolliver",
    "refused": "/search?q=bond&from=2024-02-31",
    "misread": "/search?q=foo:bar",
    "values": "/search/speaker?speaker=maren-tolliver&page=2",
    "speakers": "/speakers",
    "speaker": "/speaker/maren-tolliver",
    "several": "/speaker/{several}",
    "compare": "/compare",
    "compared": "/compare?speaker=augustin-pell&speaker=maren-tolliver&q=water",
    "three": "/compare?speaker=augustin-pell&speaker=maren-tolliver&speaker=wren-okabe&from=2024",
    "saved": "/saved",
    "article": "/article/{article}",
    "found": "/article/{article}?q=water+bond&speaker=augustin-pell",
    "help": "/help",
    "about": "/about",
    "missing": "/article/nosuchthing",
    "nobody": "/speaker/smith",
    "wordless": "/search?q=-",
}
IN_SPANISH = (
    "home",
    "articles",
    "statements",
    "narrowed",
    "values",
    "nothing",
    "refused",
    "speaker",
    "compared",
    "found",
    "saved",
    "help",
    "about",
)
"""Pages that are looked at in Spanish too: its words are longer."""
PAGES |= {f"{page}-es": with_language(PAGES[page], "es") for page in IN_SPANISH}


def address_of(page: str, site: str) -> str:
    """Give a page's address in the archive that is served."""
    address = PAGES[page]
    if "{article}" in address:
        return address.replace("{article}", found_article(site))
    return address.replace("{several}", name_of_several(site)) if "{several}" in address else address


@cache
def found_article(site: str) -> str:
    """Give the id of an article with many voices."""
    return str(
        _ask(f"{site}/search.json?q=water+bond&speaker=augustin-pell&speaker=maren-tolliver")["hits"][0]["article"][
            "id"
        ]
    )


@cache
def name_of_several(site: str) -> str:
    """Give an id that several people have."""
    ids = [entry["id"] for entry in _ask(f"{site}/speakers.json")["speakers"]]
    ids += [entry["id"] for entry in _ask(f"{site}/speakers.json?page=2")["speakers"]]
    return next(id.partition(".")[0] for id in ids if "." in id)


def _ask(address: str) -> dict:  # type: ignore[type-arg]
    with urlopen(address) as answer:
        return dict(json.load(answer))
