"""Which mention is the source of a cue: "Casar" of "said Casar", "the agency" of "the agency explains"."""

from __future__ import annotations

from indexer.attribution.analysis import mention_kind
from indexer.attribution.appositions import settle_source
from indexer.attribution.cues import kind_at
from indexer.attribution.lexicon import AUXILIARIES, PREPOSITIONS
from indexer.attribution.model import Model, Weights, score
from indexer.attribution.parts import Mention, Sentence

_MOST_LEFT, _MOST_RIGHT = 6, 3


def choose_source(
    sentence: Sentence, cue: int, model: Model, weights: Weights | None = None
) -> tuple[Mention | None, float]:
    """Choose the source of the cue at a place; give it, or None, and the margin over the next best choice."""
    weights = model.source if weights is None else weights
    ranked = [(score(weights, features), mention) for mention, features in source_candidates(sentence, cue, model)]
    ranked.append((score(weights, no_source_features(sentence, cue)), None))
    best = max(range(len(ranked)), key=lambda n: ranked[n][0])
    rest = [value for value, mention in ranked if not _same(mention, ranked[best][1])]
    margin = ranked[best][0] - max(rest) if rest else 0.0
    return settle_source(sentence, cue, ranked[best][1]), margin


def _same(one: Mention | None, other: Mention | None) -> bool:
    if one is None or other is None:
        return one is other
    return one is other or (one.entity is not None and one.entity is other.entity)


def source_candidates(sentence: Sentence, cue: int, model: Model) -> list[tuple[Mention | None, list[str]]]:
    """Give the mentions near a cue, nearest first on either side, each with its features."""
    left = [mention for mention in sentence.mentions if mention.stop <= cue][: -_MOST_LEFT - 1 : -1]
    right = [mention for mention in sentence.mentions if mention.first > cue][:_MOST_RIGHT]
    found: list[tuple[Mention | None, list[str]]] = []
    for side in (left, right):
        for rank, mention in enumerate(side):
            found.append((mention, source_features(sentence, cue, mention, rank, model)))
    return found


def no_source_features(sentence: Sentence, cue: int) -> list[str]:
    """Describe the choice that a cue has no source in its sentence."""
    return ["none", "none,w=" + sentence.tokens[cue].lower, "none,b=" + kind_at(sentence.tokens, cue - 1)]


def source_features(sentence: Sentence, cue: int, mention: Mention, rank: int, model: Model) -> list[str]:
    """Describe a mention as the source of a cue: its side, distance, kind, and what stands between."""
    tokens = sentence.tokens
    word = tokens[cue].lower
    is_left = mention.stop <= cue
    between = tokens[mention.stop : cue] if is_left else tokens[cue + 1 : mention.first]
    side = "L" if is_left else "R"
    gap = len(between)
    distance = f"{0 if gap == 0 else 1 if gap == 1 else 2 if gap <= 3 else 3 if gap <= 7 else 4}"
    commas = min(sum(token.word == "," for token in between), 2)
    verbs = min(sum(token.lower in AUXILIARIES or token.lower in model.cue_words for token in between), 2)
    quotes = any(token.quotation is not None for token in between)
    kind = mention_kind(mention)
    broad = kind if kind[1] in "no" or kind in ("<person>", "<organisation>") else "<pronoun>"
    group = model.cue_words.get(word, "?")
    rank = min(rank, 3)
    before, after = kind_at(tokens, mention.first - 1), kind_at(tokens, mention.stop)
    features = [
        f"{side}t={broad}",
        f"{side}d{distance}",
        f"{side}k,d={kind},{distance}",
        f"{side}b={before}",
        f"{side}a={after}",
        f"{side}c{commas}d{distance}",
        f"{side}q{quotes:d}",
        f"{side}w={word}",
        f"{side}w,d={word},{distance}",
        f"{side}k={kind}",
        f"{side}r{rank}",
        f"{side}r{rank},{broad}",
        f"{side}v{verbs}",
        f"{side}v{verbs}r{rank}",
        f"{side}g,t={group},{broad}",
        f"{side}c{commas}v{min(verbs, 1)}",
        f"{side}x,d={word[-3:]},{distance}",
    ]
    if mention.is_possessive:
        features.append(f"{side}possessive")
    if mention.first == sentence.begin:
        features += [f"{side}initial", f"{side}initial,{broad}"]
    if between:
        features += [f"{side}g1={between[0].kind}", f"{side}gn={between[-1].kind}"]
        if any(token.lower in PREPOSITIONS for token in between):
            features.append(f"{side}preposition")
    if any(place < cue for place in sentence.quotes):
        features.append(f"{side}ql{distance}")
    if any(place > cue for place in sentence.quotes):
        features.append(f"{side}qr{distance}")
    if before in PREPOSITIONS:
        features.append(f"{side}after-preposition,d{distance}")
    return features
