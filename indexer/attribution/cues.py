"""Which words of a sentence are cues, the words that say that something is said or thought."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.attribution.lexicon import AUXILIARIES, NEGATIONS
from indexer.attribution.model import Model, Weights, score
from indexer.attribution.parts import Sentence, Token
from indexer.attribution.words import word_set

START, STOP = "<start>", "<stop>"
_NEIGHBOURS = 2  # tokens: of two cues so close together the likelier stays
_FUNCTION_KINDS = word_set(
    ". , in to that : ; of on for by and but ( ) — – the a about with as at not been is was are were be have"
    " has had would"
) | {START, STOP, "<quotation>"}


@dataclass(frozen=True, slots=True)
class CuePlace:
    """A cue: its token's place in the sentence and how sure the model is (0 is even odds)."""

    place: int
    score: float


def find_cues(sentence: Sentence, model: Model, threshold: float, weights: Weights | None = None) -> list[CuePlace]:
    """Find the cues of a sentence."""
    weights = model.cue if weights is None else weights
    found: list[CuePlace] = []
    for place in candidates(sentence, model):
        likelihood = score(weights, cue_features(sentence, place, model))
        if likelihood <= threshold:
            continue
        if (
            found
            and place - found[-1].place <= _NEIGHBOURS
            and not _quotation_between(sentence, found[-1].place, place)
        ):
            if likelihood > found[-1].score:
                found[-1] = CuePlace(place, likelihood)
        else:
            found.append(CuePlace(place, likelihood))
    return found


def candidates(sentence: Sentence, model: Model) -> list[int]:
    """Give the places of the words that may be cues: known forms that are not part of a name."""
    words = model.cue_words
    return [
        place
        for place, token in enumerate(sentence.tokens)
        if token.lower in words and not (token.mention is not None and token.mention.kind == "name" and _in_name(token))
    ]


def _in_name(token: Token) -> bool:
    return token.word[0].isupper()


def cue_features(sentence: Sentence, place: int, model: Model) -> list[str]:
    """Describe a candidate and what stands around it."""
    tokens = sentence.tokens
    token = tokens[place]
    word = token.lower
    before = kind_at(tokens, place - 1)
    before2 = kind_at(tokens, place - 2)
    after = kind_at(tokens, place + 1)
    after2 = kind_at(tokens, place + 2)
    left = before if before in _FUNCTION_KINDS or before[0] == "<" else "w"
    right = after if after in _FUNCTION_KINDS or after[0] == "<" else "w"
    group = model.cue_words.get(word, "?")
    quotes = sentence.quotes
    around = f"{any(q < place for q in quotes):d}{any(q > place for q in quotes):d}"
    features = [
        "bias",
        "w=" + word,
        f"w,b={word},{before}",
        f"w,a={word},{after}",
        "b=" + before,
        "a=" + after,
        "bb=" + before2,
        "aa=" + after2,
        f"g,l,r={group},{left},{right}",
        f"w,l={word},{left}",
        f"w,r={word},{right}",
        f"l,r={left},{right}",
        "q" + around,
        f"w,q={word},{around}",
        f"a,aa={after},{after2}",
        f"bb,b={before2},{before}",
        "g=" + group,
        f"g,q={group},{around}",
        f"x,l,r={word[-2:]},{left},{right}",
        "x=" + word[-3:],
    ]
    if token.mention is not None:
        features += ["inside", f"inside,w={word}"]
    if place == 0:
        features.append("start")
    if "that" in (after, after2, kind_at(tokens, place + 3)):
        features += ["that", "that,g=" + group]
    if token.word[0].isupper():
        features.append("capital")
    for earlier in tokens[max(0, place - 3) : place]:
        if earlier.lower in AUXILIARIES:
            features += ["aux", "aux,x=" + word[-2:]]
        if earlier.lower in NEGATIONS or earlier.lower.endswith("n't"):
            features += ["not", "not,w=" + word]
        if earlier.lower == "to":
            features += ["to", "to,w=" + word]
    return features


def kind_at(tokens: list[Token], place: int) -> str:
    """Give the kind of the token at a place, or the sentence's edge."""
    if place < 0:
        return START
    return tokens[place].kind if place < len(tokens) else STOP


def _quotation_between(sentence: Sentence, first: int, stop: int) -> bool:
    return any(first < place < stop for place in sentence.quotes)
