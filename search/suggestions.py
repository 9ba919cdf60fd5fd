"""What to ask instead: words and names of the archive's own that were perhaps meant, and near searches that find more.

Nothing is offered that was not counted, and nothing that finds nothing.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from search.analysis import Token, forms
from search.backends.base import Searcher
from search.documents import SpeakerEntry
from search.query.build import build_query
from search.query.dates import DateRange
from search.query.leaves import Phrase, Word
from search.query.looked_for import looked_for
from search.query.nodes import And, Or, Query, all_of
from search.query.parse import MAX_CHARACTERS, parse_query
from search.query.request import SearchRequest
from search.results import Correction, Relaxation
from search.slips import is_doubled_elsewhere, one_slip_apart

FEW = 3
"""Up to so many hits, it is asked whether another word was meant."""
_RARER = 50
"""A word that some articles hold is only doubted if another is so many times as common."""
_SHORTEST = 4
"""Letters that a word has at least to be doubted: short ones are one letter from too many others."""
_CANDIDATES, _DROPPED, _PEOPLE = 12, 8, 50
_ALL_WORDS = "all of the words"
_AFTER_A_WORD = re.compile(r"[~*]")


def did_you_mean(
    searcher: Searcher, request: SearchRequest, total: int, today: datetime.date | None
) -> Iterator[Correction]:
    """Give the search that was perhaps meant, or none: its misspelled words and speakers made those of the archive."""
    meant = replace(request, text=_spelled(searcher, request.text), page=1)
    meant = replace(meant, speakers=tuple(sorted({nearly_called(searcher, id) for id in request.speakers})))
    if meant == replace(request, page=1):
        return
    found = searcher.count(build_query(meant, today), meant.collection, meant.is_grouped)
    if found > total:
        speakers = tuple(entry for id in meant.speakers for entry in searcher.speaker(id))
        yield Correction(meant, found, speakers)


def _spelled(searcher: Searcher, text: str) -> str:
    """Give a query with the words replaced that the archive spells otherwise."""
    pieces, at = [], 0
    for token in looked_for(text):
        if _is_a_word(token, text) and (better := _better(searcher, token.form)):
            typed = text[token.start : token.end]
            pieces += [text[at : token.start], _in_case(better, typed, token.capital)]
            at = token.end
    spelled = "".join((*pieces, text[at:]))
    return spelled if len(spelled) <= MAX_CHARACTERS else text


def _in_case(better: str, typed: str, is_capital: bool) -> str:
    """Give a word in such letters as the one typed: in capitals only if these mean nothing."""
    if typed.isupper() and not is_capital:
        return better.upper()
    return better.capitalize() if typed.istitle() else better


def _is_a_word(token: Token, text: str) -> bool:
    """Say whether a token is a word to doubt: neither short, nor a number, nor already inexact."""
    is_inexact = _AFTER_A_WORD.match(text, token.end) is not None
    return len(token.form) >= _SHORTEST and token.form.isalpha() and not is_inexact


def _better(searcher: Searcher, form: str) -> str | None:
    """Give the commonest of the archive's words that are one slip from this one, if it is rare beside that."""
    own = searcher.count(Word(form), "articles")
    if own > FEW:
        return None
    counted = [(searcher.count(Word(near), "articles"), near) for near in searcher.similar(form)[:_CANDIDATES]]
    found, best = max(counted, key=lambda one: (one[0], one[1][:1] == form[:1], one[1]), default=(0, form))
    return best if found > own * _RARER else None


def nearly_called(searcher: Searcher, id: str) -> str:
    """Give a speaker's id, or if nobody has it, that of the one whose name is spelled so, or nearly so."""
    if searcher.speaker(id):
        return id
    typed = forms(id.partition(".")[0].replace("-", " "))
    people: dict[str, SpeakerEntry] = {}
    for word in typed:
        for near in (word, *searcher.similar(word)[:_CANDIDATES]):
            people |= {entry.id: entry for entry in searcher.speakers(near, 0, _PEOPLE).entries}
    found = [entry for entry in people.values() if _is_spelled_nearly(entry.name, typed)]
    return max(found, key=lambda entry: (entry.statements, entry.id)).id if found else id


def _is_spelled_nearly(name: str, typed: tuple[str, ...]) -> bool:
    known = forms(name)
    pairs = zip(known, typed, strict=False)
    return len(known) == len(typed) and all(one_slip_apart(*both) or is_doubled_elsewhere(*both) for both in pairs)


def relaxations(searcher: Searcher, request: SearchRequest, today: datetime.date | None) -> Iterator[Relaxation]:
    """Give near searches that find something, those that find least first."""
    candidates = [(label, without) for _, label, without in removable(request)]
    if len(candidates) < 2:
        candidates = [(label, without) for label, without in candidates if not without.is_empty]
    candidates += _with_fewer_words(request, today)
    candidates += _by_role(searcher, request)
    if request.collection == "statements":
        candidates.append(("statements only", replace(request, collection="articles", page=1)))
    if not request.possible:
        candidates.append(("sure attributions only", replace(request, possible=True, page=1)))
    found = [
        Relaxation(relaxed, label, searcher.count(build_query(relaxed, today), relaxed.collection, relaxed.is_grouped))
        for label, relaxed in candidates
        if len(relaxed.text) <= MAX_CHARACTERS
    ]
    yield from sorted((entry for entry in found if entry.total and _adds(entry, found)), key=lambda entry: entry.total)


def _adds(entry: Relaxation, found: Sequence[Relaxation]) -> bool:
    """Say whether a search for any of the words finds more than another does for some of them."""
    others = (other for other in found if replace(other.request, text="") == replace(entry.request, text=""))
    return entry.dropped != _ALL_WORDS or all(other is entry or other.total != entry.total for other in others)


def _by_role(searcher: Searcher, request: SearchRequest) -> Iterator[tuple[str, SearchRequest]]:
    """Give the search with whom nobody is called so taken for a role: "mayor" asks for whoever spoke as one."""
    for id in request.speakers:
        words = id.partition(".")[0].replace("-", " ")
        if not request.role and forms(words) and not searcher.speaker(id):
            others = tuple(other for other in request.speakers if other != id)
            yield "the name", replace(request, speakers=others, role=words, page=1)


def _with_fewer_words(request: SearchRequest, today: datetime.date | None) -> Iterator[tuple[str, SearchRequest]]:
    """Give the search with a phrase as single words, without each of its conditions, and with any of its words."""
    tree = parse_query(request.text, today)
    children = tree.children if isinstance(tree, And) else (tree,)
    loose = tuple(child for node in children for child in _words_of(node))
    if loose != children:
        yield "next to each other", _asking(request, all_of(*loose))
    if len(children) > 1:
        for child in children[:_DROPPED]:
            others = all_of(*(other for other in children if other is not child))
            yield str(child), _asking(request, others)
    if 1 < len(loose) <= _DROPPED and all(isinstance(node, Word) for node in loose):
        yield _ALL_WORDS, _asking(request, Or(loose))


def _words_of(node: Query) -> tuple[Query, ...]:
    return node.words if isinstance(node, Phrase) and len(node.words) > 1 else (node,)


def _asking(request: SearchRequest, tree: Query) -> SearchRequest:
    return replace(request, text=_as_typed(str(tree), request.text), page=1)


def _as_typed(text: str, typed: str) -> str:
    """Give a query with its words spelled as they were typed: with their accents, marks and first capitals."""
    spelled = {_key(token, typed): typed[token.start : token.end] for token in looked_for(typed)}
    pieces, at = [], 0
    for token in looked_for(text):
        pieces += [text[at : token.start], spelled.get(_key(token, text), text[token.start : token.end])]
        at = token.end
    return "".join((*pieces, text[at:]))


def _key(token: Token, text: str) -> tuple[str, bool]:
    # All capitals mean the acronym, and small letters both: one is not put in the place of the other.
    return token.form, text[token.start : token.end].isupper()


def removable(request: SearchRequest) -> Iterator[tuple[str, str, SearchRequest]]:
    """Give each part of a search that can be taken away: its parameter, its words, and the search without it."""
    first = replace(request, page=1)
    if request.text:
        yield "q", request.text, replace(first, text="")
    for speaker in request.speakers:
        yield "speaker", speaker, replace(first, speakers=tuple(id for id in request.speakers if id != speaker))
    if request.role:
        yield "role", request.role, replace(first, role="")
    for outlet in request.outlets:
        yield "outlet", outlet, replace(first, outlets=tuple(id for id in request.outlets if id != outlet))
    if request.place:
        yield "place", request.place, replace(first, place="")
    for kind in request.kinds:
        yield "kind", kind, replace(first, kinds=tuple(other for other in request.kinds if other != kind))
    if not request.dates.is_open:
        yield "from", str(request.dates), replace(first, dates=DateRange(), undated=None)
    if request.undated:
        yield "undated", request.undated, replace(first, undated=None)
    if request.added:
        yield "added", request.added, replace(first, added="")
