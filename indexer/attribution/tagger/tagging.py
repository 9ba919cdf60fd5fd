"""The tagger as a whole: from the sentences of a text to the tags of each."""

from __future__ import annotations

import numpy as np

from indexer.attribution.tagger.decoding import Tag, cue_places, decode, window_about
from indexer.attribution.tagger.features import Describer
from indexer.attribution.tagger.network import Network
from indexer.attribution.tagger.vocabulary import Vocabulary
from indexer.attribution.text.parts import Sentence


class Tagger:
    """A network with its vocabulary."""

    def __init__(self, network: Network, vocabulary: Vocabulary, usual: frozenset[str]) -> None:
        """``usual``: the words usually printed in small letters, which are shown even in a name."""
        self.network = network
        self.vocabulary = vocabulary
        self.describer = Describer(vocabulary, usual)

    def tag(self, sentences: list[Sentence], threshold: float) -> list[list[Tag]]:
        """Find the cues of every sentence that are likelier than a threshold, with their sources and contents."""
        tags: list[list[Tag]] = [[] for _ in sentences]
        if not sentences:
            return tags
        features = self.describer.describe(sentences)
        values, likelihoods = self.network.read(features.rows)
        found = []
        likeliest = np.maximum.reduceat(likelihoods, features.offsets)  # of each sentence
        for index in np.flatnonzero(likeliest > threshold).tolist():
            sentence, offset = sentences[index], features.offsets[index]
            odds = likelihoods[offset : offset + len(sentence.tokens)].tolist()
            for place, likelihood in cue_places(sentence, odds, threshold):
                found.append((sentence, place, likelihood, window_about(sentence, place, offset), offset))
        if not found:
            return tags
        marks, without = self.network.look(values, [window for _, _, _, window, _ in found])
        for number, (sentence, place, likelihood, window, offset) in enumerate(found):
            tag = decode(sentence, place, likelihood, window, offset, marks[number], float(without[number]))
            tags[sentence.index].append(tag)
        return tags
