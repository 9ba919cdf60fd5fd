"""Which words of a sentence are what a cue reports: its layout about the cue, then where it ends."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from operator import add

from indexer.attribution.cues import kind_at
from indexer.attribution.lexicon import AUXILIARIES, CALENDAR, PRONOUNS
from indexer.attribution.model import Model, score
from indexer.attribution.parts import Mention, Sentence, Token
from indexer.attribution.words import word_set

# Where the content stands: right of the cue, left of cue and source, on both sides, in the quotations only, nowhere.
LAYOUTS = ("right", "left", "both", "quotes-left", "quotes-right", "quotes", "none")
_MARKS = frozenset(",:;—–―-") | {"--"}
_TO_SOMEBODY = word_set("told tells tell telling asked asks ask asking urged warned reminded assured informed")
_OPENING_WORDS = word_set("but and however meanwhile still so yet")
_MAY_END = word_set(
    "and but while as when after before because though although which who where during since if or amid"
    " following despite without with in on at by from for to according so even than whether ahead until"
)
_END_MARKS = word_set(", ; — – - -- ( ) : …")
_END_THRESHOLD = -0.25
_DAY_WORDS = word_set("in on at during before after this last to by through via when as")
_FARTHEST_THAT = 8
_LONGEST_INSERTION = 24

TokenSpan = tuple[int, int]  # tokens[first:stop]


@dataclass(frozen=True, slots=True)
class Room:
    """The tokens that content can take up left and right of a cue and its source."""

    left: int
    left_stop: int
    edge: int
    right: int
    right_stop: int


def room_about(sentence: Sentence, cue: int, source: Mention | None) -> Room:
    """Give the room about a cue and its source."""
    tokens = sentence.tokens
    right_stop = len(tokens)
    while right_stop > 0 and tokens[right_stop - 1].word[0] in ".?!":
        right_stop -= 1
    right = cue + 1
    if source is not None and cue < source.first <= cue + 2:
        right = source.stop  # "said Casar that …"
    edge = cue if source is None or source.first > cue else source.first
    left_stop = edge
    while left_stop > 0 and tokens[left_stop - 1].word in _MARKS:
        left_stop -= 1
    left = sentence.begin
    if left < left_stop and tokens[left].lower in _OPENING_WORDS:
        left += 1
    if left < left_stop and tokens[left].word == ",":
        left += 1
    return Room(left, left_stop, edge, right, right_stop)


def find_content(sentence: Sentence, cue: int, source: Mention | None, model: Model) -> list[TokenSpan]:
    """Give the content of a cue as runs of the sentence's tokens; empty if it reports nothing there."""
    room = room_about(sentence, cue, source)
    features = layout_features(sentence, cue, source, room, model)
    votes = _votes(model)
    totals = [0.0] * len(LAYOUTS)
    for feature in features:
        if feature in votes:
            totals = list(map(add, totals, votes[feature]))
    return lay_out(sentence, cue, LAYOUTS[totals.index(max(totals))], room, model)


@lru_cache(maxsize=4)
def _votes(model: Model) -> dict[str, tuple[float, ...]]:
    """Give each feature's weights for all layouts at once, which saves six look-ups in seven."""
    features = {feature for weights in model.layout.values() for feature in weights}
    return {feature: tuple(model.layout[name].get(feature, 0.0) for name in LAYOUTS) for feature in features}


def lay_out(sentence: Sentence, cue: int, layout: str, room: Room, model: Model) -> list[TokenSpan]:
    """Give the runs of tokens that a layout stands for."""
    spans: list[TokenSpan] = []
    if layout in ("left", "both") and room.left < room.left_stop:
        spans.append((room.left, room.left_stop))
    if layout in ("right", "both"):
        spans += right_span(sentence, cue, room, model)
    if layout in ("quotes-left", "quotes"):
        spans += [(place, place + 1) for place in sentence.quotes if place < room.edge]
    if layout in ("quotes-right", "quotes"):
        spans += [(place, place + 1) for place in sentence.quotes if place >= room.right]
    return spans


def right_span(sentence: Sentence, cue: int, room: Room, model: Model) -> list[TokenSpan]:
    """Give the content right of the cue, without whom it is told, up to its likely end."""
    first = right_start(sentence, cue, room, model)
    stop = room.right_stop
    if first >= stop:
        return []
    word = sentence.tokens[cue].lower
    for place in range(_after_insertion(sentence.tokens, first, stop), stop if model.end else 0):
        if may_end(sentence.tokens, place, model):
            features = end_features(sentence, first, place, stop, word, model)
            if score(model.end, features) > _END_THRESHOLD:
                stop = place
                break
    return [(first, stop)]


def _after_insertion(tokens: list[Token], first: int, stop: int) -> int:
    """Give from where the content may end: after what stands between commas in "that, according to police, …"."""
    if first + 1 < stop and tokens[first].lower == "that" and tokens[first + 1].word == ",":
        for place in range(first + 2, min(stop, first + _LONGEST_INSERTION)):
            if tokens[place].word == ",":
                return place + 1
    return first + 1


def right_start(sentence: Sentence, cue: int, room: Room, model: Model) -> int:
    """Give where the content right of a cue begins: after marks, the person told, "in a statement Friday that"."""
    tokens, stop = sentence.tokens, room.right_stop
    first = _skip_marks(tokens, room.right, stop)
    if tokens[cue].lower in _TO_SOMEBODY and first < stop:
        mention = tokens[first].mention
        if mention is not None and mention.first == first:
            first = _skip_marks(tokens, min(mention.stop, stop), stop)
    if first < stop and tokens[first].lower != "that":
        for place in range(first, min(stop - 2, first + _FARTHEST_THAT)):
            token = tokens[place]
            if token.lower == "that" and tokens[place - 1].lower not in ("so", "of", "and"):
                return place
            if token.quotation is not None or token.word in _MARKS or token.lower in AUXILIARIES:
                break
            if token.lower in PRONOUNS or model.cue_words.get(token.lower, "z") in "ab":
                break
    return first


def layout_features(sentence: Sentence, cue: int, source: Mention | None, room: Room, model: Model) -> list[str]:
    """Describe a cue, its source and the room about them."""
    tokens = sentence.tokens
    word = tokens[cue].lower
    group = model.cue_words.get(word, "?")
    side = "-" if source is None else "L" if source.first < cue else "R"
    comma = "1" if room.edge > 0 and tokens[room.edge - 1].word == "," else "0"
    left_quote = any(place < room.edge for place in sentence.quotes)
    right_quote = any(place >= room.right for place in sentence.quotes)
    edge_quote = room.edge > 0 and tokens[room.edge - 1].quotation is not None
    lengths = f"{_bucket(room.left_stop - room.left)}{_bucket(room.right_stop - room.right)}"
    right = kind_at(tokens, room.right)
    is_adjunct = right in _DAY_WORDS or (room.right < len(tokens) and tokens[room.right].word in CALENDAR)
    quotes = f"{left_quote:d}{right_quote:d}{edge_quote:d}"
    return [
        "bias",
        "w=" + word,
        "s=" + side,
        f"w,s={word},{side}",
        "c" + comma,
        f"c,s={comma},{side}",
        "n" + lengths,
        f"c,n={comma},{lengths}",
        "r=" + right,
        "q" + quotes,
        f"q,c={quotes},{comma}",
        f"q,n={quotes},{lengths}",
        "g=" + group,
        f"g,c={group},{comma}",
        f"c,r={comma},{right}",
        f"w,c={word},{comma}",
        f"w,r={word},{right}",
        f"end,c={room.right >= room.right_stop:d},{comma}",
        f"initial{room.edge == sentence.begin:d}",
        f"adjunct,n,c={is_adjunct:d},{lengths[1]},{comma}",
        f"last={edge_quote and _last_mark(tokens[room.edge - 1])}",
        f"t={kind_at(tokens, source.first) if source else '-'},{side}",
    ]


def may_end(tokens: list[Token], place: int, model: Model) -> bool:
    """Tell whether content may end before the token at a place."""
    token, before = tokens[place], tokens[place - 1]
    if token.quotation is not None:
        return False
    if token.word in _END_MARKS:
        return True
    if token.lower in _MAY_END:
        return before.word not in _END_MARKS and before.lower not in _MAY_END
    return model.cue_words.get(token.lower, "z") in "ab" and before.mention is None


def end_features(sentence: Sentence, first: int, place: int, stop: int, word: str, model: Model) -> list[str]:
    """Describe an end of content that begins at ``first`` before the token at ``place``."""
    tokens = sentence.tokens
    kind, before = tokens[place].kind, kind_at(tokens, place - 1)
    after, after2 = kind_at(tokens, place + 1), kind_at(tokens, place + 2)
    group = model.cue_words.get(word, "?")
    cue_ahead = 0
    for ahead, token in enumerate(tokens[place : place + 7], 1):
        if model.cue_words.get(token.lower, "z") in "ab":
            cue_ahead = ahead
            break
    has_verb = any(token.lower in AUXILIARIES or token.lower in model.cue_words for token in tokens[first:place][-30:])
    verb_ahead = any(token.lower in AUXILIARIES for token in tokens[place : min(stop, place + 30)])
    is_that = tokens[first].lower == "that"
    is_mark = tokens[place].word in _END_MARKS
    length, rest = min((place - first) // 2, 7), min((stop - place) // 3, 5)
    opens_mention = tokens[first].mention is not None
    clause = _clause_at(tokens, place + 1, stop, model)
    return [
        "bias",
        "k=" + kind,
        f"k,a={kind},{after}",
        f"k,a,aa={kind},{after},{after2}",
        f"b,k={before},{kind}",
        "b=" + before,
        "a=" + after,
        f"w,k={word},{kind}",
        "w=" + word,
        f"n{length}",
        f"n{length}v{has_verb:d}",
        f"c{cue_ahead}",
        f"c,k={min(cue_ahead, 4)},{kind}",
        f"rest{rest}",
        f"g,k={group},{kind}",
        f"m{is_mark:d}n{length}",
        f"m{is_mark:d}t{is_that:d}v{has_verb:d}",
        f"m{is_mark:d}rest{rest}v{verb_ahead:d}",
        f"k,t,v,o={kind},{is_that:d}{has_verb:d}{opens_mention:d}",
        f"g,o,n={group},{opens_mention:d},{length}",
        f"t{is_that:d}o{opens_mention:d}",
        "f=" + tokens[first].kind,
        f"clause={clause}",
        f"clause,k={clause},{kind}",
        f"clause,k,v={clause},{kind},{has_verb:d}",
        f"clause,t={clause},{is_that:d}{has_verb:d}",
    ]


def _clause_at(tokens: list[Token], place: int, stop: int, model: Model) -> str:
    """Tell what stands from a place to the next mark: a subject with its verb, a verb, or neither; and which mark."""
    end = place
    while end < stop and tokens[end].word not in _END_MARKS and tokens[end].quotation is None:
        end += 1
    chunk = tokens[place:end]
    has_subject = bool(chunk) and chunk[0].mention is not None
    has_verb = any(token.lower in AUXILIARIES or token.lower in model.cue_words for token in chunk[:20])
    mark = tokens[end].word if end < stop else "."
    return f"{has_subject:d}{has_verb:d}{min(len(chunk) // 3, 3)}{mark if mark in ',.' else '-'}"


def _skip_marks(tokens: list[Token], place: int, stop: int) -> int:
    while place < stop and tokens[place].word in _MARKS:
        place += 1
    return place


def _last_mark(token: Token) -> str:
    return token.quotation.last if token.quotation is not None else ""


def _bucket(length: int) -> int:
    return 0 if length <= 0 else 1 if length < 3 else 2 if length < 6 else 3
