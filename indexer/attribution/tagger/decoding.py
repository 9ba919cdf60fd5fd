"""From what the network marks to reports: cues, each with its source and the likeliest runs of content about it."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.attribution.tagger.parameters import Floats
from indexer.attribution.tagger.windows import Window
from indexer.attribution.text.parts import Mention, Sentence, TokenSpan

_LEFT, RIGHT = 40, 56  # tokens of a cue's sentence that are looked at, before and behind it
_NEIGHBOURS = 1  # tokens: of two cues so close together the likelier stays
_CLOSING, _OPENING = frozenset(")]>%'’"), frozenset("$([<#'‘@")


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """A cue at a place of its sentence; ``likelihood`` and ``margin`` in log odds.

    ``relayer``: who quotes the source: the Beacon in "The Beacon quoted Bell as saying".
    """

    cue: int
    likelihood: float
    source: Mention | None
    margin: float
    content: tuple[TokenSpan, ...]
    surety: float = 0.0  # mean log odds of the content's words
    relayer: Mention | None = None


def window_about(sentence: Sentence, cue: int, offset: int) -> Window:
    """Give the window of the cue at a place of a sentence that begins at ``offset``."""
    first, stop = max(0, cue - _LEFT), min(len(sentence.tokens), cue + RIGHT)
    return Window(offset + cue, offset + first, stop - first)


def source_places(sentence: Sentence, cue: int, window: Window, offset: int) -> list[tuple[Mention, int]]:
    """Give the mentions that can be a cue's source, each with the place of its last token in the window."""
    shift = window.first - offset + 1
    return [
        (mention, mention.stop - shift)
        for mention in sentence.mentions
        if 0 <= mention.stop - shift < window.length and not mention.first <= cue < mention.stop
    ]


def cue_places(sentence: Sentence, likelihoods: list[float], threshold: float) -> list[tuple[int, float]]:
    """Give the places of a sentence's cues and how likely each is one."""
    found: list[tuple[int, float]] = []
    for place, likelihood in enumerate(likelihoods):
        if likelihood <= threshold or sentence.tokens[place].quotation is not None:
            continue
        if found and place - found[-1][0] <= _NEIGHBOURS and not _has_quotation(sentence, found[-1][0], place):
            if likelihood > found[-1][1]:
                found[-1] = (place, likelihood)
        else:
            found.append((place, likelihood))
    return found


def decode(
    sentence: Sentence, cue: int, likelihood: float, window: Window, offset: int, marks: Floats, without: float
) -> Tag:
    """Read a cue's source and content off the marks of its window."""
    of_source, inside, begins, ends = marks.T.tolist()  # in the order of SOURCE, CONTENT, FIRST, LAST
    source, margin = _source(sentence, cue, window, offset, of_source, without)
    at = window.cue - window.first
    shift = window.first - offset
    content = []
    odds, words = 0.0, 0
    for first, stop in ((0, at), (at + 1, window.length)):
        span = _best_run(inside, begins, ends, first, stop)
        if span is None:
            continue
        odds += sum(inside[span[0] : span[1]])
        words += span[1] - span[0]
        trimmed = _trimmed(sentence, span[0] + shift, span[1] + shift)
        if trimmed is not None:
            content.append(trimmed)
    return Tag(cue, likelihood, source, margin, tuple(content), odds / max(1, words))


def _source(
    sentence: Sentence, cue: int, window: Window, offset: int, marks: list[float], without: float
) -> tuple[Mention | None, float]:
    best: Mention | None = None
    most, second = without, float("-inf")
    for mention, at in source_places(sentence, cue, window, offset):
        value = marks[at]
        if value > most:
            if best is None or best.entity is None or best.entity is not mention.entity:
                second = most
            best, most = mention, value
        elif value > second and not (best is not None and best.entity is not None and best.entity is mention.entity):
            second = value
    return best, most - second if second > float("-inf") else most


def _best_run(inside: list[float], begins: list[float], ends: list[float], first: int, stop: int) -> TokenSpan | None:
    """Give the run of tokens from ``first`` to ``stop`` with the greatest sum of log odds, if likelier than none."""
    best, found = 0.0, None
    so_far, begin = float("-inf"), first
    odds = zip(inside[first:stop], begins[first:stop], ends[first:stop], strict=True)
    for place, (value, of_first, of_last) in enumerate(odds, first):
        so_far += value
        anew = value + of_first
        if anew > so_far:
            so_far, begin = anew, place
        whole = so_far + of_last
        if whole > best:
            best, found = whole, (begin, place + 1)
    return found


def _trimmed(sentence: Sentence, first: int, stop: int) -> TokenSpan | None:
    """Leave out the marks at either end."""
    tokens = sentence.tokens
    while first < stop and not _is_wordlike(sentence, first) and tokens[first].word[0] not in _OPENING:
        first += 1
    while stop > first and not _is_wordlike(sentence, stop - 1) and tokens[stop - 1].word[0] not in _CLOSING:
        stop -= 1
    return (first, stop) if first < stop else None


def _is_wordlike(sentence: Sentence, place: int) -> bool:
    token = sentence.tokens[place]
    return token.quotation is not None or token.word[0].isalnum()


def _has_quotation(sentence: Sentence, first: int, stop: int) -> bool:
    return any(first < place < stop for place in sentence.quotes)
