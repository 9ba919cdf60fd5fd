"""Companies called by the beginning of their names: Meridian, of which "Meridian Homes LLC" has told before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence

from indexer.attribution.text.given_names import is_given_name
from indexer.attribution.text.lexicon import COMPANY_FORMS
from indexer.attribution.text.parts import Mention, Sentence, Token
from indexer.attribution.text.words import word_set

# What companies' names end in. A town's school, hospital, bank or paper is not called as the town is.
COMPANY_WORDS = word_set(
    "Inc Inc. Corp Corp. Corporation Company Co Co. LLC LLP Ltd Ltd. Group Holdings Partners Enterprises Industries"
    " Systems Solutions Airlines Airways Foods Homes Technologies Technology Pharmaceuticals Logistics Realty"
    " Properties Motors Packing Mobility Health Media Labs Brands Builders Construction Contractors Capital Robotics"
    " Software Networks Materials Minerals Midstream Renewables Ventures Plc PLC NV AG SA Cos Bancorp Bancshares"
)
_OF_COMPANIES = word_set(
    "share shares stock stocks holder holders shareholder shareholders stockholder stockholders bonds notes unit"
    " units subsidiary subsidiaries division divisions chairman director directors acquisition takeover purchase"
    " control stake percent pct interest investment investments holding holdings"
)
_PLACE_PREPOSITIONS = word_set("in at near across outside around toward through from of to")
_WITHIN = word_set("in at near across outside around")  # whereas "to Meridian" and "from Meridian" may be the company
_OF_TOWNS = word_set("resident residents police voter voters council mayor neighbors taxpayers firefighters schools")
_LONGEST_SHORT = 2  # words


def names_of_short(names: Sequence[Mention], sentences: Sequence[Sentence], usual: Container[str]) -> dict[str, str]:
    """Give, by the short names of companies, their full ones, each printed before and the only one to begin so.

    ``usual``: words that are no names by themselves.
    """
    first: dict[str, int] = {}
    for mention in names:
        first[mention.name] = min(mention.start, first.get(mention.name, mention.start))
    full: defaultdict[str, set[str]] = defaultdict(set)
    for name in first:
        for short in beginnings_of(name):
            full[short].add(name)
    only = {short: whole for short, wholes in full.items() if (whole := _chief(short, wholes))}
    found = {
        short: whole
        for short, whole in only.items()
        if short in first and first[whole] < first[short] and _is_own(short, usual)
    }
    others = _names_of_others(found, names, sentences) if found else set()
    return {short: name for short, name in found.items() if short not in others}


def beginnings_of(name: str) -> list[str]:
    """Give what a company may be called for short: "Meridian" and "Meridian Oak" for "Meridian Oak Homes LLC".

    And "Morva" for "Ellis Morva and Co".
    """
    words = name.split()
    if len(words) < 2 or COMPANY_WORDS.isdisjoint(words[1:]):
        return []
    found = [" ".join(words[:count]) for count in range(1, min(len(words) - 1, _LONGEST_SHORT) + 1)]
    place = words.index("and") if "and" in words[2:] else 0
    return [*found, words[place - 1]] if place else found


def _chief(short: str, wholes: set[str]) -> str | None:
    """Give the one company that a short name may mean: "Rill Inc" for "Rill", not its subsidiary, "Rill Metals Inc"."""
    plain = [whole for whole in wholes if _is_plain(short, whole)]
    of_these = plain or [*wholes]
    return of_these[0] if len(of_these) == 1 else None


def _is_plain(short: str, whole: str) -> bool:
    """Tell whether a company's name adds to a short one only what it is by law."""
    return whole.startswith(f"{short} ") and COMPANY_FORMS.issuperset(whole[len(short) :].split())


def _is_own(short: str, usual: Container[str]) -> bool:
    """Tell whether a name is nobody's first name, and says more than usual words do."""
    words = short.split()
    return not is_given_name(words[0]) and any(word.lower() not in usual for word in words)


def _names_of_others(found: Mapping[str, str], names: Sequence[Mention], sentences: Sequence[Sentence]) -> set[str]:
    """Give those of the short names that are also a place's, a person's or another body's: "Meridian High School"."""
    others: set[str] = set()
    for mention in names:
        words = mention.name.split()
        for count in range(1, min(len(words) - 1, _LONGEST_SHORT) + 1):
            others.add(" ".join(words[-count:]))
            short = " ".join(words[:count])
            is_other = short in found and not f"{found[short]} ".startswith(f"{mention.name} ")
            if is_other and not (_is_plain(short, found[short]) and short in beginnings_of(mention.name)):
                others.add(short)
        if mention.name in found:
            where = _WITHIN if _is_plain(mention.name, found[mention.name]) else _PLACE_PREPOSITIONS
            if _is_of_else(mention, sentences[mention.sentence].tokens, where):
                others.add(mention.name)
        role = (mention.role or "").split()
        if not _OF_TOWNS.isdisjoint(map(str.lower, role[1:])):
            others.add(role[0])  # "Meridian Mayor Ann Roy"
    for sentence in sentences:
        for mention in sentence.mentions:
            if mention.kind == "noun" and mention.name in _OF_TOWNS:
                others.add(sentence.words[mention.first])
    return others


def _is_of_else(mention: Mention, tokens: list[Token], where: frozenset[str]) -> bool:
    """Tell whether a name is a place's or a person's here: "in Meridian", "Mayor Meridian", "Meridian, 61".

    ``where``: the words before a place.
    """
    if mention.title is not None or mention.role is not None:
        return True
    before = tokens[mention.first - 1].lower if mention.first else ""
    if before in ("of", "in") and mention.first > 1 and tokens[mention.first - 2].lower in _OF_COMPANIES:
        return False  # "shares of Meridian", "a stake in Meridian"
    after = [token.lower for token in tokens[mention.stop : mention.stop + 2]]
    is_aged = after[:1] == [","] and after[-1].isdigit()
    return is_aged or before in where
