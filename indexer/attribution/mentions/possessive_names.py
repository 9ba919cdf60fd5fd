"""Names with a possessive in them: "Women's Health Clinic", "State's Attorney's Office", "Rosie's Inc"."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.attribution.mentions.name_words import bare, is_saint
from indexer.attribution.text.lexicon import COMPANY_FORMS, ORGANISATION_WORDS
from indexer.attribution.text.parts import Token
from indexer.attribution.text.words import word_set

_POSSESSED = word_set(
    "Attorney Office Department Association Hospital School College Club Union League Museum Guild Bureau Clinic"
    " Academy Foundation Church Chapel Cathedral Parish Hospice Pantry Diner Bakery Cafe Café Restaurant Tavern Pub"
    " Grill Bar Market Pharmacy Deli Pizza Pizzeria Inn Brewery Winery Orchard Orchards Farm Farms Nursery Store"
    " Stores Restaurants Foods Bookstore Hardware Grocery Barbershop Salon Garage"
)
_OWNERS = word_set("children women men people girl boy veteran worker")  # Women's Health Clinic


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
