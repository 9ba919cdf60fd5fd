"""What the tagger learns from an annotated article: which tokens are cues, and each cue's source and content."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexer.attribution.tagger.decoding import source_places, window_about
from indexer.attribution.tagger.features import Features, Rows
from indexer.attribution.tagger.windows import Window
from indexer.attribution.text.lexicon import AUXILIARIES
from indexer.attribution.text.parts import Mention, Sentence
from indexer.attribution.training.gold import AnalysedGold, GoldStatement, is_source, overlap, same_person, sentence_at

UNKNOWN_SOURCE, NO_SOURCE = -2, -1
MASKED = -1


@dataclass(frozen=True, slots=True, eq=False)
class CueExample:
    """A cue's window; its possible sources as places in the window, the right one's number; its content, 0 or 1."""

    window: Window
    sources: list[int]
    right: int
    content: NDArray[np.int8]


@dataclass(frozen=True, slots=True, eq=False)
class TaggerExample:
    """An article's rows, for each 1, 0 or masked as a cue, and its cues."""

    rows: Rows
    is_cue: NDArray[np.int8]
    cues: list[CueExample]


def tagger_example(article: AnalysedGold, features: Features, cue_words: dict[str, str]) -> TaggerExample:
    """Make the example of an article."""
    sentences = article.analysis.sentences
    is_cue = np.zeros(len(features.rows), np.int8)
    is_cue[-1] = MASKED
    for sentence, offset in zip(sentences, features.offsets, strict=True):
        is_cue[offset - 1] = MASKED
        for place, token in enumerate(sentence.tokens):
            if token.quotation is not None or any(
                overlap(token.start, token.end, span) for span in article.gold.discarded
            ):
                is_cue[offset + place] = MASKED
    heads: defaultdict[tuple[int, int], list[GoldStatement]] = defaultdict(list)
    for statement in article.gold.statements:
        found = _cue_tokens(sentences, statement)
        if found is None:
            continue
        sentence, places = found
        offset = features.offsets[sentence.index]
        for place in places:
            if is_cue[offset + place] == 0:
                is_cue[offset + place] = MASKED
        heads[sentence.index, _head(sentence, places, cue_words)].append(statement)
    cues = []
    for (index, place), statements in sorted(heads.items(), key=lambda item: item[0]):
        is_cue[features.offsets[index] + place] = 1
        cues.append(_cue_example(sentences[index], place, features.offsets[index], statements))
    return TaggerExample(features.rows, is_cue, cues)


def _cue_tokens(sentences: list[Sentence], statement: GoldStatement) -> tuple[Sentence, list[int]] | None:
    cue = statement.cue
    sentence = sentence_at(sentences, cue.start) if cue else None
    if cue is None or sentence is None:
        return None
    places = [
        place
        for place, token in enumerate(sentence.tokens)
        if token.quotation is None and cue.start <= token.start and token.end <= cue.end and token.word[0].isalpha()
    ]
    return (sentence, places) if places else None


def _head(sentence: Sentence, places: list[int], cue_words: dict[str, str]) -> int:
    """Give the word of a cue that is a cue most often: "testified" of "has testified"."""

    def rank(place: int) -> tuple[bool, str, int]:
        word = sentence.tokens[place].lower
        return word in AUXILIARIES, cue_words.get(word, "z"), place

    return min(places, key=rank)


def _cue_example(sentence: Sentence, place: int, offset: int, statements: list[GoldStatement]) -> CueExample:
    window = window_about(sentence, place, offset)
    content = np.zeros(window.length, np.int8)
    first = window.first - offset
    for number, token in enumerate(sentence.tokens[first : first + window.length]):
        shared = max(overlap(token.start, token.end, span) for s in statements for span in s.content)
        content[number] = 2 * shared >= token.end - token.start
    sources = source_places(sentence, place, window, offset)
    return CueExample(window, [at for _, at in sources], _right_source(sentence, sources, statements[0]), content)


def _right_source(sentence: Sentence, sources: list[tuple[Mention, int]], statement: GoldStatement) -> int:
    right = [number for number, (mention, _) in enumerate(sources) if is_source(mention, statement)]
    if right:
        named = [n for n in right if (e := sources[n][0].entity) and same_person(statement.speaker, e.name)]
        return (named or right)[0]
    begin, end = sentence.tokens[0].start, sentence.tokens[-1].end
    is_here = statement.source is not None and begin <= statement.source.start < end
    return UNKNOWN_SOURCE if is_here else NO_SOURCE
