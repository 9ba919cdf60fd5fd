"""Names with a possessive in them: "Women's Health Clinic", "State's Attorney's Office", "the Teachers' Union"."""

from __future__ import annotations

from collections.abc import Container, Sequence

from indexer.attribution.mentions.name_words import bare, is_saint
from indexer.attribution.text.given_names import is_given_name
from indexer.attribution.text.lexicon import COMPANY_FORMS, ORGANISATION_HEADS, ORGANISATION_WORDS, PARTIES
from indexer.attribution.text.parts import APOSTROPHES, Token
from indexer.attribution.text.words import word_set

_POSSESSED = word_set(
    "Attorney Office Department Association Hospital School College Club Union League Museum Guild Bureau Clinic"
    " Academy Foundation Church Chapel Cathedral Parish Hospice Pantry Diner Bakery Cafe Café Restaurant Tavern Pub"
    " Grill Bar Market Pharmacy Deli Pizza Pizzeria Inn Brewery Winery Orchard Orchards Farm Farms Nursery Store"
    " Stores Restaurants Foods Bookstore Hardware Grocery Barbershop Salon Garage"
)
_OWNERS = word_set("children women men people girl boy veteran worker sheriff")  # Women's Health Clinic
_OF_SEVERAL = (  # what several have, and what is called after them
    (_POSSESSED | ORGANISATION_WORDS | ORGANISATION_HEADS)
    - PARTIES
    - word_set("Speaker Secretary Clerk Director Chair")
    | word_set("Lobby Caucus Collective Co-op Coop Congress Exchange Forum Hall Home Homes Network Retirement Memorial")
)
_NEVER_OWNERS = (
    PARTIES
    | (  # "Ellery Partners' Saxon Oil"
        ORGANISATION_WORDS
        - word_set("Nurses Workers Firefighters Teachers Farmers Taxpayers Homeowners Builders Contractors")
    )
    | word_set("Stores Services Products Foods Sciences")
)
_FARTHEST_BODY = 4  # words behind the apostrophe: "Citizens' Utility Review Board"


def ends_possessive(tokens: Sequence[Token], words: Sequence[str], place: int, stop: int) -> bool:
    """Tell whether a name ends at a place as a possessive, which stands within a run of capitalised words to ``stop``.

    ``words``: the tokens as printed.
    """
    if not tokens[place].is_possessive:
        return False
    after = bare(words[place + 1])
    if after in _POSSESSED or after in COMPANY_FORMS:
        return False
    if tokens[place].lower[:-2] not in _OWNERS and not is_saint(words[:place]):
        return True
    return ORGANISATION_WORDS.isdisjoint((words[place + 1], bare(words[stop - 1])))


def is_owned_by_several(tokens: Sequence[Token], words: Sequence[str], mark: int, usual: Container[str]) -> bool:
    """Tell whether the apostrophe at a place stands within a body's name: "Rill Firefighters’ Association".

    ``usual``: words usually printed in small letters, as those are of which a body may be.
    """
    if not mark or mark + 1 >= len(tokens) or words[mark] not in APOSTROPHES:
        return False
    owners, apostrophe, after = tokens[mark - 1 : mark + 2]
    is_joined = owners.end == apostrophe.start and after.start > apostrophe.end
    if not (is_joined and owners.lower.endswith("s") and owners.word[0].isupper() and owners.lower in usual):
        return False
    if owners.word in _NEVER_OWNERS or is_given_name(owners.word):
        return False
    for word in words[mark + 1 : mark + 1 + _FARTHEST_BODY]:
        if bare(word) in _OF_SEVERAL:
            return True
        if not word[0].isupper():
            return False
    return False
