"""Whether a source is who speaks in its sentence: not "Hale's mother said", not "wrote to Hale asking for it"."""

from __future__ import annotations

from indexer.attribution.phrases.roles import is_role_noun
from indexer.attribution.reports.negations import is_denied
from indexer.attribution.reports.reports import Report
from indexer.attribution.reports.senders import is_oblique
from indexer.attribution.text.cue_words import NOUNS_OR_VERBS
from indexer.attribution.text.lexicon import AUXILIARIES, DETERMINERS, IRREGULAR_PASTS, PREPOSITIONS, PRONOUNS
from indexer.attribution.text.parts import Mention, Token, kind_at
from indexer.attribution.text.verbs import has_verb
from indexer.attribution.text.words import word_set

_OF_POSSESSOR = word_set(
    "letter letters statement statements post posts tweet tweets email emails message column book essay speech remarks"
    " testimony answer reply response comments comment words memoir memo filing brief note notes report reports"
    " office campaign website account call calls"
    " claim claims request requests promise pledge vow warning view views argument department team administration"
    " analysis study survey poll estimate article story editorial complaint lawsuit motion indictment ruling opinion"
    " decision order proposal plan plans press newspaper release document documents"
)
_FARTHEST_POSSESSED = 6  # tokens
_HEARD = word_set(
    "quoted quoting quotes heard hearing hears saw seen sees showed shows show showing recorded caught had"
)
_BEFORE_PASSIVE = AUXILIARIES | word_set("as and or also first later then not being been")
_OF_SUBJECT = word_set("both each all")  # "Hale and Bell both claimed"
# What things do as well: "violations indicating that he would flee".
_EVIDENCE = word_set("indicating suggesting showing revealing confirming proving alleging")
_AFTER_REPORTS = word_set("after amid despite on since from about by of in over with")
_RECEIVES = word_set("received receive receives got gets heard hears answered answering took taking fielded")
_ADVERBS = word_set(
    "today yesterday tonight also now then later again further never once often still just even first already himself"
    " herself itself themselves both all alone here there soon twice recently so has have had too always"
    " cannot"
)
_NO_NOUNS = (
    DETERMINERS
    | PREPOSITIONS
    | PRONOUNS.keys()
    | word_set("that which who whom and or but as than if whether because while when where after before since until")
)
_NO_EVIDENCE = _NO_NOUNS | _ADVERBS | _OF_POSSESSOR  # "Hale spoke again suggesting that", "Hale's letter suggesting"
_VERSUS = word_set("v v. vs vs.")
_LONGEST_NOUN = 2  # words: "study", "trade adviser"
_NOUN_AFTER = word_set("from with between of")


def is_speaking(report: Report) -> bool:
    """Tell whether a report's source can be the subject of its cue, and its cue a verb that somebody did."""
    source, tokens, cue = report.source, report.sentence.tokens, report.cue
    if source is None:
        return True
    if tokens[cue].lower == "according":
        if _is_of_document(tokens, source):
            return False
        between = {token.word for token in tokens[cue : source.first]}
        return source.first > cue and ("," not in between or _is_beside_role(tokens, source))
    if is_denied(report) or _is_adjective(tokens, cue) or report.covers(source.first):
        return False
    if _is_of_case(tokens, source):
        return False
    if source.stop > cue:
        return not _is_of_speaker(tokens, source)
    if _is_others(tokens, cue) or _is_modifier(tokens, source, cue) or _is_anothers(report, source):
        return False
    if _owns(tokens, source):
        return _speaks_through(tokens, source, cue)
    return not (
        is_oblique(tokens, source, cue)
        or _is_object(tokens, source, cue)
        or _is_of_another_clause(tokens, source, cue)
        or _is_noun(tokens, source, cue)
    )


def _is_of_case(tokens: list[Token], source: Mention) -> bool:
    """Tell whether a name is a side's in the name of a case: "Hale v. Rill requires"."""
    before = source.first - 1 - (source.first > 1 and tokens[source.first - 1].word == ".")
    return kind_at(tokens, before) in _VERSUS or kind_at(tokens, source.stop) in _VERSUS


def _is_beside_role(tokens: list[Token], source: Mention) -> bool:
    """Tell whether a source is named beside his office: "according to the mayor, Tom Hale, the dam"."""
    if source.first < 2 or tokens[source.first - 1].word != "," or not is_role_noun(tokens[source.first - 2].lower):
        return False
    return kind_at(tokens, source.stop) in (",", ".")


def _is_of_speaker(tokens: list[Token], source: Mention) -> bool:
    """Tell whether a source after its cue only tells whose: "said the widow of Hale", "reported to the police that"."""
    before = tokens[source.first - 1].lower
    return before == "to" or (before == "of" and source.entity is not None and source.entity.type == "person")


def _is_adjective(tokens: list[Token], cue: int) -> bool:
    """Tell whether the cue only says what is alleged or proposed: "from proposed cuts", "the alleged thieves"."""
    if not cue or not tokens[cue].lower.endswith("ed"):
        return False
    before = tokens[cue - 1].lower
    if cue + 1 < len(tokens) and tokens[cue + 1].lower == "by":
        return before.isalpha() and before not in _BEFORE_PASSIVE and not before.endswith("ly")
    return before in PREPOSITIONS or (before in DETERMINERS and before not in _OF_SUBJECT)


def _owns(tokens: list[Token], source: Mention) -> bool:
    """Tell whether a source is a possessor: Hale's, his, Evans'."""
    is_his = source.kind == "pronoun" and source.name in ("his", "her")
    return source.is_possessive or is_his or tokens[source.stop].word in ("'", "’")


def _is_others(tokens: list[Token], cue: int) -> bool:
    """Tell whether the cue is a noun for what others say: "after reports that", "received a call about"."""
    if cue < 2 or tokens[cue].lower not in NOUNS_OR_VERBS or tokens[cue].lower.endswith("ing"):
        return False
    before, earlier = tokens[cue - 1].lower, tokens[cue - 2].lower
    return before in _AFTER_REPORTS or (before in DETERMINERS and earlier in _RECEIVES)


def _is_modifier(tokens: list[Token], source: Mention, cue: int) -> bool:
    """Tell whether a body's name only tells which study or which trader: "an Energy Department study estimated"."""
    if source.entity is None or source.entity.type == "person":
        return False
    stop = cue
    while stop > source.stop and _is_adverb(tokens[stop - 1]):
        stop -= 1
    between = tokens[source.stop : stop]
    if not 0 < len(between) <= _LONGEST_NOUN or has_verb(between):
        return False
    return all(token.word.islower() and token.word.isalpha() and token.lower not in _NO_NOUNS for token in between)


def _is_of_document(tokens: list[Token], source: Mention) -> bool:
    """Tell whether "according to" goes on to what a body has made: "according to Senate rules, no bill"."""
    stop = _end_of_noun(tokens, source.stop)
    last = tokens[stop - 1].lower
    is_body = source.entity is not None and source.entity.type != "person"
    is_closed = stop > source.stop and kind_at(tokens, stop) in (",", ".")
    if is_body and is_closed and last.endswith("s") and last not in _NO_EVIDENCE:
        return True  # no verb, as it has no words behind it: "rules", "reports"
    return _is_modifier(tokens, source, stop)


def _end_of_noun(tokens: list[Token], place: int) -> int:
    """Give where the small words end that may be a noun after "According to an Energy Department"."""
    stop = place
    while stop < len(tokens) and stop < place + _LONGEST_NOUN and tokens[stop].word.islower():
        stop += 1
    return stop


def _is_anothers(report: Report, source: Mention) -> bool:
    """Tell whether the cue is what somebody or something else does: "got Bell to admit", "calls indicating that"."""
    tokens, cue = report.sentence.tokens, report.cue
    before = tokens[cue - 1]
    if before.lower == "to":
        between = [m for m in report.sentence.mentions if m.stop == cue - 1 and m.kind == "name" and m is not source]
        return any(_is_verb(tokens, m.first - 1) for m in between)
    if tokens[cue].lower not in _EVIDENCE or source.stop == cue:
        return False
    is_noun = before.word.islower() and before.word.isalpha() and not has_verb([before])
    return is_noun and before.lower not in _NO_EVIDENCE and not before.lower.endswith("ly")


def _is_verb(tokens: list[Token], place: int) -> bool:
    is_word = place >= 0 and tokens[place].word.islower() and tokens[place].lower != "to"
    return is_word and has_verb(tokens[place : place + 1])


def _is_adverb(token: Token) -> bool:
    return (
        token.lower in AUXILIARIES or token.lower in _ADVERBS or token.lower.endswith("ly") or not token.word.islower()
    )


def _speaks_through(tokens: list[Token], source: Mention, cue: int) -> bool:
    """Tell whether a possessor speaks in what is his: "Hale's letter says", "Hale's call for"."""
    if source.stop == cue:  # "Moody's said", but not "Hale's proposed cuts"
        is_person = source.entity is not None and source.entity.type == "person"
        is_adjective = tokens[cue].lower.endswith("ed") and kind_at(tokens, cue + 1).isalpha()
        return not ((is_person and tokens[cue].lower.endswith("ed")) or (is_adjective and _is_thing(tokens, cue + 1)))
    for token in tokens[source.stop : min(cue, source.stop + _FARTHEST_POSSESSED)]:
        if token.lower in _OF_POSSESSOR:
            return True
        if token.lower in DETERMINERS or has_verb([token]):
            return False
    is_titled = any(token.word[0].isupper() for token in tokens[source.stop : cue])  # "Hale's Safe Parks Act calls for"
    return tokens[cue].lower in NOUNS_OR_VERBS and not is_titled


def _is_thing(tokens: list[Token], place: int) -> bool:
    """Tell whether a noun follows at once, as after an adjective: "the agency's proposed budget"."""
    after = tokens[place].lower
    return tokens[place].word.islower() and after not in _NO_NOUNS


def _is_object(tokens: list[Token], source: Mention, cue: int) -> bool:
    """Tell whether a source is whom somebody else does something to: "approached Hale saying", "for Hale to say"."""
    if not source.first or tokens[source.first - 1].quotation is not None:
        return False
    before = tokens[source.first - 1].lower
    if tokens[cue].lower.endswith("ing") and source.stop == cue:
        return before not in _HEARD and (before in IRREGULAR_PASTS or before.endswith("ed"))
    return False


def _is_of_another_clause(tokens: list[Token], source: Mention, cue: int) -> bool:
    """Tell whether "that" or "which" takes up another noun before the cue: "a group beside Hale that says"."""
    place = cue - 1
    while place >= source.stop and (tokens[place].lower in AUXILIARIES or tokens[place].lower.endswith("ly")):
        place -= 1
    if place < source.stop or tokens[place].lower not in ("that", "which"):
        return False
    return place > source.stop + (tokens[source.stop].word == ",")


def _is_noun(tokens: list[Token], source: Mention, cue: int) -> bool:
    """Tell whether the cue is a noun: "received many calls from", "his written notes with"."""
    if cue + 1 >= len(tokens) or cue == source.stop or tokens[cue].lower not in NOUNS_OR_VERBS:
        return False
    if tokens[cue + 1].lower not in _NOUN_AFTER:
        return False
    before = tokens[cue - 1].lower
    return before in DETERMINERS or not (before in AUXILIARIES or before.endswith("ly") or before in (",", "and", "to"))
