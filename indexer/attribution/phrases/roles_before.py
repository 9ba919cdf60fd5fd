"""The role printed before a name: "former prosecutor Kevin Lashus", "The public defender, Luis Ortega,"."""

from __future__ import annotations

from indexer.attribution.phrases.kin import KIN
from indexer.attribution.phrases.roles import is_role_noun, is_verb, printed_role
from indexer.attribution.text.initials import is_company_stop
from indexer.attribution.text.lexicon import BARE_PLURALS, DETERMINERS, NEVER_NAMES, PHRASE_STOPS, ROLE_NOUNS
from indexer.attribution.text.parts import APOSTROPHES, Token
from indexer.attribution.text.sentences import TAG_VERBS
from indexer.attribution.text.words import word_set

_LONGEST_BEFORE = 7
_MOST_UNKNOWN = 2
_NO_ROLES = BARE_PLURALS | word_set("last next month week year day night yesterday today tonight late early ago times")
_WITHIN_NAMES = word_set("of for")
_OPENINGS = word_set("the a an its his her their our")
_ANY_OPENINGS = _OPENINGS | word_set("another one")
_CLOSING = frozenset(",.")
_OF_WHOM = word_set("of for to")
_MODIFIERS = word_set(
    "former then-city city county state police fire school board council campaign deputy assistant associate"
    " executive senior chief vice public defense defence press civil rights immigration criminal longtime"
    " retired acting interim managing general district federal local national company university high-school"
    " health legal lead co-founding union hospital department office staff communications team media field"
    " program policy then-mayor presidential party committee labor labour community business property"
    " apartment shop restaurant store dairy farm family prime foreign finance trade"
)
_HEADS_WITH_TITLE = ROLE_NOUNS | _MODIFIERS
_OFFICES = word_set("sheriff's attorney's governor's mayor's coroner's clerk's treasurer's president's")
_HOW_MANY = word_set("two three four five six seven eight nine ten")
_PARENTS = word_set("mother father mom dad parent grandmother grandfather grandparent")
_FIRST_OFFICES = word_set("president chairman chairwoman chair founder co-founder owner co-owner director publisher")
_SECOND_OFFICES = word_set("CEO C.E.O COO CFO CTO")


def role_before(tokens: list[Token], first: int, has_title: bool = False) -> int:
    """Give the place at which a role in small letters before a name begins; ``first`` if there is none.

    "City Council member Greg Casar", "former prosecutor Kevin Lashus"; before a title: "Tulsa police Chief".
    """
    told = _behind_tag(tokens, first)
    if told < first:
        return told
    behind = _behind_number(tokens, first)
    if behind:
        return _begin_of_role(tokens, behind)
    behind = _behind_two(tokens, first, has_title) or first
    heads = _HEADS_WITH_TITLE if has_title else ROLE_NOUNS
    if not behind or tokens[behind - 1].lower not in heads or tokens[behind - 1].word[0].isupper():
        return first
    return _begin_of_role(tokens, behind)


def is_of_children(tokens: list[Token], place: int) -> bool:
    """Tell whether it is said at a place of how many somebody is the parent: "mother of three Ann Roy"."""
    if place < 2 or tokens[place].lower not in _HOW_MANY or tokens[place - 1].lower != "of":
        return False
    return tokens[place - 2].lower in _PARENTS


def _behind_number(tokens: list[Token], first: int) -> int:
    """Give where "mother" ends of "Rill mother of three Ann Roy", 0 if nothing of the kind stands before a name."""
    return first - 2 if is_of_children(tokens, first - 1) else 0


def _behind_two(tokens: list[Token], first: int, has_title: bool) -> int:
    """Give where "president" ends of "Rill Bank president and CEO Ann Roy", 0 if no two offices stand before a name."""
    if not has_title or first < 2 or tokens[first - 1].lower != "and" or tokens[first].word not in _SECOND_OFFICES:
        return 0
    return first - 1 if tokens[first - 2].lower in _FIRST_OFFICES else 0


def role_before_several(tokens: list[Token], first: int) -> int:
    """Give the place at which the role of several begins before a name: "Rill police officers Ann Roy and Len Hale".

    ``first`` if there is none.
    """
    noun = tokens[first - 1].lower if first else ""
    if not noun.endswith("s") or noun[:-1] not in ROLE_NOUNS or tokens[first - 1].word[0].isupper():
        return first
    return _begin_of_role(tokens, first)


def _begin_of_role(tokens: list[Token], first: int) -> int:
    """Give the place at which a role begins whose noun stands right before a name."""
    if tokens[first].start - tokens[first - 1].end > 1:
        return first  # something was left out between them
    begin = joined = first - 1
    while begin > max(0, first - _LONGEST_BEFORE):
        before = tokens[begin - 1]
        if before.lower == "and" and begin > 1 and tokens[begin - 2].lower in ROLE_NOUNS:
            joined, begin = begin, begin - 2  # "Ellery mayor and former trustee Ed Rowse"
            continue
        if _is_of_name(tokens, begin - 1) or _is_of_several(tokens, begin - 1):
            begin -= 2  # "Rill Union of Ohio spokeswoman Ann Roy", "Firefighters’ Union spokesman Ed Roy"
            continue
        is_name = before.word[0].isupper() and before.word not in NEVER_NAMES and before.quotation is None
        is_role = before.lower in _MODIFIERS or before.lower in ROLE_NOUNS or before.word.startswith("then-")
        is_role = is_role or is_company_stop(tokens, begin - 1)  # "Rill Foods Inc. spokesman"
        is_role = is_role or before.lower in _OFFICES or _is_numbered(tokens, begin - 1)
        if (before.is_possessive and before.lower not in _OFFICES) or not (is_name or is_role):
            known = _behind_known(tokens, begin)
            if known == begin:
                break
            begin = known
            continue
        begin -= 1
    is_another = begin < joined < first - 1 and begin > 0 and tokens[begin - 1].lower in DETERMINERS
    return joined if is_another else begin  # "the mayor and trustee Ed Rowse" are two


def _is_of_name(tokens: list[Token], place: int) -> bool:
    """Tell whether "of" or "for" stands at a place between the words of a body's name: "Rill Union of Ohio"."""
    if place < 1 or tokens[place].lower not in _WITHIN_NAMES:
        return False
    beside = (tokens[place - 1], tokens[place + 1])
    return all(token.quotation is None and token.word[0].isupper() for token in beside) and not beside[0].is_possessive


def _is_of_several(tokens: list[Token], mark: int) -> bool:
    """Tell whether an apostrophe at a place stands between the words of a body's name: "Firefighters’ Union"."""
    if mark < 1 or tokens[mark].word not in APOSTROPHES:
        return False
    owners, body = tokens[mark - 1], tokens[mark + 1]
    is_joined = owners.end == tokens[mark].start and owners.lower.endswith("s")
    return is_joined and owners.word[0].isupper() and body.word[0].isupper()


def _behind_known(tokens: list[Token], begin: int) -> int:
    """Give where the nouns behind a name begin that no list has: "band" of "Rill High School band director Roy".

    The place itself if no name stands before them, or more than two do.
    """
    for place in range(begin - 1, max(0, begin - 1 - _MOST_UNKNOWN), -1):
        if not _may_modify(tokens[place]) or not tokens[place].word.islower() or tokens[place].lower in _NO_ROLES:
            return begin
        before = tokens[place - 1]
        is_adjacent = tokens[place].start - before.end == 1 and not tokens[place].lower.endswith(("ly", "ed"))
        if not is_adjacent or before.quotation is not None:
            return begin
        if before.word[0].isupper():
            return place if before.word not in NEVER_NAMES and not before.is_possessive else begin
    return begin


def _is_numbered(tokens: list[Token], place: int) -> bool:
    """Tell whether the number of a body stands at a place: "Rill Post 44 commander Ed Roy"."""
    return place > 0 and tokens[place].word.isdigit() and tokens[place - 1].word[0].isupper()


def _behind_tag(tokens: list[Token], first: int) -> int:
    """Give where the small words between ", said" and a name begin: "It is shut, said animal control officer Roy"."""
    begin = first
    while begin and first - begin <= _LONGEST_BEFORE and tokens[begin - 1].word.islower():
        if tokens[begin - 1].lower in TAG_VERBS:
            break
        if not _may_modify(tokens[begin - 1]):
            return first
        begin -= 1
    is_tag = begin > 1 and tokens[begin - 1].lower in TAG_VERBS
    if not is_tag or not (tokens[begin - 2].word == "," or tokens[begin - 2].quotation is not None):
        return first
    return begin if is_role_noun(tokens[first - 1].lower) else first


def role_in_front(text: str, tokens: list[Token], first: int, stop: int) -> str | None:
    """Give the role before a name and a comma: "The public defender, Luis Ortega,", "Hale's press aide, Ann Roy,"."""
    if first < 3 or tokens[first - 1].word != "," or (stop < len(tokens) and tokens[stop].word not in _CLOSING):
        return None
    begin = first - 1
    while begin and first - begin <= _LONGEST_BEFORE and _may_modify(tokens[begin - 1]):
        begin -= 1
    opening = tokens[begin - 1] if 0 < begin < first - 1 else None
    if opening is None:
        return None
    outer = _outer_role(tokens, begin - (opening.lower in _OPENINGS))
    if outer:
        return printed_role(text, tokens, outer, first - 1)
    if tokens[first - 2].lower not in ROLE_NOUNS or not (opening.lower in _OPENINGS or opening.is_possessive):
        return None
    return printed_role(text, tokens, begin, first - 1)


def _outer_role(tokens: list[Token], place: int) -> int:
    """Give where "spokesman" stands in "A spokesman for the mayor, Ian Cho,", of which "mayor" is not Cho's role; or 0.

    ``place``: where "the mayor" begins.
    """
    if place < 2 or tokens[place - 1].lower not in _OF_WHOM:
        return 0
    head = tokens[place - 2].lower
    if not (is_role_noun(head) or head in KIN):
        return 0
    begin = place - 2
    while begin and _may_modify(tokens[begin - 1]):
        begin -= 1
    opening = tokens[begin - 1] if begin else None
    is_opened = opening is not None and (opening.lower in _ANY_OPENINGS or opening.is_possessive)
    return begin if is_opened else 0


def _may_modify(token: Token) -> bool:
    if token.quotation is not None or not token.word[0].isalpha() or token.is_possessive:
        return False
    return token.lower not in DETERMINERS and token.lower not in PHRASE_STOPS and not is_verb(token.lower)
