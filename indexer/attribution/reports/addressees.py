"""Who is asked or told stands outside: "is asking anyone who saw it | to call", "told News 4 | the road was shut"."""

from __future__ import annotations

from indexer.attribution.text.cue_words import BELIEF_WORDS, SPEECH_WORDS, VERBS_OF_SAYING
from indexer.attribution.text.lexicon import AUXILIARIES, DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS
from indexer.attribution.text.parts import Token, TokenSpan, word_at
from indexer.attribution.text.verbs import TELLING, has_verb
from indexer.attribution.text.words import word_set

_ASKING = word_set(
    "asked ask asks asking urged urge urges urging encouraged encourage encourages encouraging advised advise advises"
    " advising ordered order orders ordering invited invite invites inviting instructed instruct instructs instructing"
    " directed directs direct directing implored begged"
)
_OBLIQUE = word_set("for of on")
_NO_ADDRESSEES = word_set("about to not that whether if why how what when where which , : ; — –")
_OBJECTS = word_set("him her me us them you")
_ALREADY_OUTSIDE = word_set("to how what why when where whether if which that about for not")
_TELLING_MORE = word_set("who whose that with in along near at on from within across around between outside")
_WANTING = BELIEF_WORDS | SPEECH_WORDS | AUXILIARIES | word_set("need needs needed able unable going ready used due")
_BEGINNING = DETERMINERS | (SUBJECT_PRONOUNS - {"who"}) | word_set("that there how why what when where whether")
_JOINING = PREPOSITIONS | DETERMINERS | word_set("and or & not anything something nothing everything lot")
_LONGEST_TOLD = 8  # tokens


def behind_told(tokens: list[Token], cue: int, span: TokenSpan) -> TokenSpan:
    """Give a content behind "told" from the clause on that follows whom it is told: "told a 911 clerk | she fell"."""
    first, stop = span
    if tokens[cue].lower not in TELLING or first <= cue:
        return span
    if not has_verb(tokens[cue + 1 : first]) and (_is_number(tokens[first]) or _is_number(tokens[first - 1])):
        that = next((place for place in range(first, min(first + 3, stop)) if tokens[place].lower == "that"), first)
        if that > first:
            return that, stop  # "told a crowd of about 300 | that it leaks"
    relative = _behind_relative(tokens, cue, span)
    if relative:
        return relative, stop
    for place in range(cue + 2, min(cue + _LONGEST_TOLD, stop - 1)):
        token, before = tokens[place], tokens[place - 1]
        if token.quotation is not None or token.word == "," or before.lower == "about" or has_verb([before]):
            return span
        if token.lower in _BEGINNING and not (before.lower in _JOINING or before.is_possessive):
            is_cut = place < first and tokens[first].lower in AUXILIARIES and not has_verb(tokens[place + 1 : first])
            begin = place if is_cut or _has_past(tokens, place, first) else max(first, place)
            return (begin, stop) if has_verb(tokens[begin:stop]) else span
        if before.word.islower() and _is_subject(tokens, place, first):
            return place, stop  # "told the council | Bell resigned"
    return span


def _has_past(tokens: list[Token], place: int, first: int) -> bool:
    """Tell whether a content begins with the verb of whom it is about: "told the hall the party | decided"."""
    if place >= first or has_verb(tokens[place + 1 : first]):
        return False
    return tokens[first].lower.endswith("ed") and tokens[first - 1].word.islower()


def _is_number(token: Token) -> bool:
    return token.word[0].isdigit()


def _behind_relative(tokens: list[Token], cue: int, span: TokenSpan) -> int:
    """Give where what is said begins behind more of who is told: "told owners who asked | that it would hold", or 0."""
    first, stop = span
    place = next((at for at in range(cue + 2, min(cue + _LONGEST_TOLD, stop)) if tokens[at].lower == "who"), stop)
    if place > first > cue + 1 or place == stop or not tokens[place - 1].word[0].isalpha():
        return 0
    for at in range(place + 2, stop - 1):
        if tokens[at].quotation is not None:
            return 0
        if tokens[at].lower == "that" and tokens[at - 1].lower not in VERBS_OF_SAYING:
            is_clause = tokens[at + 1].lower in _BEGINNING or not has_verb([tokens[at + 1]])
            return at if is_clause and word_at(tokens, at + 2) not in _OBJECTS else 0  # not "the dog that bit him"
    return 0


def _is_subject(tokens: list[Token], place: int, first: int) -> bool:
    """Tell whether a name begins at a place that is the subject of the verb behind it."""
    name = tokens[place].mention
    if name is None or name.kind != "name" or name.first != place or not first <= name.stop < len(tokens):
        return False
    verb = tokens[name.stop]
    return verb.lower not in _BEGINNING and verb.lower != "to" and has_verb([verb])


def without_addressee(tokens: list[Token], cue: int, span: TokenSpan) -> TokenSpan:
    """Give a content that begins amidst the words for who is asked from its infinitive on.

    Where all of them belong to it, they stay, as some corpora have it ("urged the city to pay"), unless words stand
    behind the noun that only tell more of him: "asked owners along the route to look".
    """
    first, stop = span
    if tokens[cue].lower not in _ASKING or first <= cue or tokens[first].lower in _ALREADY_OUTSIDE:
        return span
    if tokens[cue + 1].lower in _OBLIQUE or any(token.lower in _NO_ADDRESSEES for token in tokens[cue + 1 : first]):
        return span
    if tokens[first].lower == "who" and tokens[first - 1].lower in _OBJECTS:
        return span  # "asked him who was to pay"
    for place in range(first + 1, stop - 1):
        if tokens[place].quotation is not None:
            return span
        if first == cue + 1 and tokens[place].word in ",;:":
            return span
        if _is_infinitive(tokens, place):
            if first == cue + 1 and _TELLING_MORE.isdisjoint(token.lower for token in tokens[first:place]):
                return span
            return place - (tokens[place - 1].lower == "not"), stop
    return span


def _is_infinitive(tokens: list[Token], place: int) -> bool:
    """Tell whether an infinitive that hangs on no verb begins at a place: not "plan to attend", "close to the pier"."""
    after = tokens[place + 1]
    if tokens[place].lower != "to" or not after.word[0].islower() or after.lower in DETERMINERS:
        return False
    return tokens[place - 1].lower not in _WANTING
