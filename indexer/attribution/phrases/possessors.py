"""Who speaks beside a possessor: "her husband" for "her", "White's sister" for "White's", the Tribune's Ann Roy."""

from __future__ import annotations

from dataclasses import replace

from indexer.attribution.phrases.descriptions import PERSON_NOUNS
from indexer.attribution.phrases.kin import KIN
from indexer.attribution.phrases.nominals import ORGANISATION_NOUNS
from indexer.attribution.phrases.roles import is_role_noun
from indexer.attribution.text.cue_words import VERBS_OF_SAYING
from indexer.attribution.text.lexicon import PHRASE_STOPS, PREPOSITIONS
from indexer.attribution.text.parts import APOSTROPHES, Mention, Sentence, Token, kind_at
from indexer.attribution.text.verbs import has_verb
from indexer.attribution.text.words import word_set

POSSESSIVES = word_set("his her their its my our your")
SOMEBODY = ORGANISATION_NOUNS | PERSON_NOUNS | KIN | word_set("man woman boy girl applicant plaintiff")
_WRITINGS = word_set(  # in which their writers speak: "her letter says"
    "letter letters statement statements post posts tweet tweets email emails e-mail message messages memo column book"
    " books op-ed essay speech speeches remarks testimony answer answers reply response comments comment words memoir"
    " filing brief note notes blog diary autobiography"
)
REPORTS = _WRITINGS | word_set(
    "analysis tally report reports poll survey study estimate estimates data figures count review account story article"
    " documents transcript ranking forecast"
)
PAPERS = REPORTS | word_set(  # no person: "according to the indictment, Bell, 34, fled"
    "affidavit complaint lawsuit suit motion indictment ruling warrant verdict evidence investigation inquiry probe"
    " bill law video footage recording records filing filings charges file files"
)
_TRADES = word_set("planning reporting ruling signing speaking drafting posting volunteering")  # "planning director"
_LONGEST_POSSESSED = 4  # tokens


def possessed_name(sentence: Sentence, cue: int, source: Mention) -> Mention | None:
    """Find the name of "the Tribune's Ann Roy said" and "the state's Department of Roads, which salts them, said"."""
    if not source.is_possessive:
        return None
    for mention in sentence.mentions:
        if mention.first == source.stop and mention.kind == "name" and not mention.is_possessive:
            is_whole = mention.stop == cue or cue < source.first or kind_at(sentence.tokens, mention.stop) == ","
            return mention if is_whole else None
    return None


def possessed(sentence: Sentence, cue: int, source: Mention) -> Mention:
    """Give "her husband" for "her", who does not speak in "Her husband said"."""
    if source.kind != "pronoun" or source.name not in POSSESSIVES:
        return source
    tokens = sentence.tokens
    stop = _end_of_possessed(tokens, source.stop, cue)
    if stop == source.stop or tokens[stop - 1].lower in _WRITINGS:
        return source
    return _noun(source, tokens, stop, tokens[stop - 1].lower.removesuffix("'s"))


def of_possessor(sentence: Sentence, cue: int, source: Mention) -> Mention:
    """Give "White's sister" for "White's", who does not speak in "White's sister explained", "said White's sister"."""
    if not source.is_possessive:
        return source
    tokens = sentence.tokens
    first = source.stop + (kind_at(tokens, source.stop) in APOSTROPHES)
    stop = _end_of_possessed(tokens, first, cue)
    if stop > first and _is_who_speaks(tokens, cue, source.first, stop):
        return _noun(source, tokens, stop, tokens[stop - 1].lower)
    if not source.stop < cue <= source.stop + _LONGEST_POSSESSED:
        return source
    kin = tokens[first].lower
    if kin in KIN and kind_at(tokens, first + 1) == ",":  # "The mayor, White's sister, said"
        return _noun(source, tokens, first + 1, kin)
    is_person = tokens[cue - 1].lower in SOMEBODY or is_role_noun(tokens[cue - 1].lower)
    if (tokens[cue].lower not in VERBS_OF_SAYING and not is_person) or not all(
        t.word[0].isalpha() for t in tokens[first:cue]
    ):
        return source
    if first == cue or _is_own_writing(tokens, first, cue):
        return source  # "White's letter said"
    return _noun(source, tokens, cue, tokens[cue - 1].lower)


def may_be_of_role(token: Token) -> bool:
    """Tell whether a word may be among those for what somebody is, or whose he is."""
    return (
        token.quotation is None
        and token.word[0].isalpha()
        and token.lower not in PHRASE_STOPS
        and token.lower not in PREPOSITIONS
        and (token.lower in _TRADES or not has_verb([token]))
    )


def _end_of_possessed(tokens: list[Token], first: int, cue: int) -> int:
    stop = first
    while stop < min(len(tokens), first + _LONGEST_POSSESSED) and stop != cue and may_be_of_role(tokens[stop]):
        stop += 1
    return stop


def _is_who_speaks(tokens: list[Token], cue: int, whose: int, stop: int) -> bool:
    """Tell whether what is somebody's, which ends at a place, speaks itself: "said White's aide", no letter of hers."""
    noun = tokens[stop - 1]
    if noun.word[0].isupper() or noun.lower in REPORTS:
        return False
    if cue == whose - 1:
        return True
    if not (noun.lower in SOMEBODY or is_role_noun(noun.lower)):
        return False
    if cue < whose:
        return cue == whose - 2 and tokens[cue].lower == "according"
    return tokens[cue - 1].word == "," and kind_at(tokens, stop) == ","  # "White's aide, who left, said"


def _noun(source: Mention, tokens: list[Token], stop: int, name: str) -> Mention:
    return replace(source, kind="noun", stop=stop, end=tokens[stop - 1].end, name=name, entity=None)


def _is_own_writing(tokens: list[Token], first: int, cue: int) -> bool:
    """Tell whether words are for something written that is a possessor's own, not "sister's letter"."""
    stop = next((place for place in range(first, cue) if tokens[place].lower in PREPOSITIONS), cue)
    return tokens[stop - 1].lower in _WRITINGS and not any(token.is_possessive for token in tokens[first : stop - 1])
