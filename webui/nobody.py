"""Nobody bears a name: who may be meant by it, and the stories in which its words are printed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from search.analysis import forms
from search.deadline import in_time
from search.errors import NotFound
from search.query.parse import MAX_CHARACTERS, MAX_WORDS
from search.query.request import SearchRequest
from search.sentences import Sentence
from search.service import SearchService
from webui.links import Links
from webui.views.results import Relaxed
from webui.views.searched import describe
from webui.wording import counted

_NAMED = 5
"""Speakers that are named at most because their names hold the words."""


class NobodyCalled(NotFound):
    """There is no speaker under an id; ``instead`` is what to look at."""

    def __init__(self, id: str, instead: tuple[Relaxed, ...]) -> None:
        """Hold what was found instead."""
        super().__init__(Sentence("speaker"), id)
        self.instead = instead


def instead_of(id: str, service: SearchService, links: Links) -> Iterator[Relaxed]:
    """Give speakers whose names hold an id's words or are spelled nearly so, and the search for them, each counted."""
    words = forms(id.partition(".")[0].replace("-", " "))
    text = " ".join(words)
    named = service.speakers(text, 0, _NAMED).entries if words else ()
    for entry in dict.fromkeys((*service.nearly_called(id), *named)):
        yield Relaxed(entry.name, counted("statements", entry.statements), links.speaker(entry.id))
    if not 0 < len(words) <= MAX_WORDS or len(text) + 2 > MAX_CHARACTERS:
        return
    asked = (f'"{text}"', text) if len(words) > 1 else (text,)
    for request in (SearchRequest(text=one) for one in asked):
        total = in_time(partial(_total, service, request), 0)
        if total:
            yield Relaxed(describe(request, {}), counted("articles", total), links.search(request))
            return


def _total(service: SearchService, request: SearchRequest) -> int:
    return service.every(request)[0]
