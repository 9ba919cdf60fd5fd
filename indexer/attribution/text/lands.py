"""Names of lands, states, cities, peoples and sites, which are no person's."""

from __future__ import annotations

from indexer.attribution.text.words import word_set

_STATES = word_set(
    "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois"
    " Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri"
    " Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Wisconsin"
    " Wyoming"
)
_STATES_OF_TWO = word_set("Hampshire Jersey Mexico York Carolina Dakota Virginia")
_BEFORE_STATE = word_set("New North South West")
_LANDS_AND_PEOPLES = word_set(
    "America Mexico Canada China Russia Iran Iraq Syria Israel France Germany Britain England Europe Africa Asia"
    " Afghanistan Argentina Australia Austria Belgium Bolivia Brazil Cambodia Colombia Cuba Denmark Ecuador Egypt"
    " Ethiopia Finland Greece Guatemala Haiti Honduras Hungary India Indonesia Ireland Italy Japan Kenya Korea Kuwait"
    " Lebanon Libya Malaysia Morocco Netherlands Nicaragua Nigeria Norway Pakistan Panama Peru Philippines Poland"
    " Portugal Romania Scotland Somalia Spain Sudan Sweden Switzerland Taiwan Thailand Turkey Ukraine Venezuela Vietnam"
    " Yemen Zimbabwe"
    " Washington Congress American Americans Mexican Mexicans Muslim Muslims Christian Christians Jewish Hispanic"
    " Hispanics Latino Latinos Democratic Republican Twitter Facebook Instagram Google Microsoft Amazon Uber Lyft"
    " Craigslist Snapchat WhatsApp YouTube TikTok"
)
_CITIES = word_set(
    "Albuquerque Anchorage Atlanta Baghdad Baltimore Beijing Berlin Birmingham Boise Brooklyn Bronx Chicago"
    " Cincinnati Detroit Harlem Hollywood Honolulu Indianapolis Jerusalem Kabul Louisville Manhattan Memphis Miami"
    " Milwaukee Minneapolis Moscow Nashville Omaha Philadelphia Pittsburgh Sacramento Seattle Spokane Tallahassee"
    " Tampa Tehran Tokyo Toledo Topeka Toronto Tucson Tulsa Wichita"
)  # that are hardly anybody's last name, as Houston, Jackson and Boston are


def is_land_or_people(name: str) -> bool:
    """Tell whether a word names a country or a large city, those who live there, a party's side or a site."""
    return name in _LANDS_AND_PEOPLES or name in _CITIES


def is_state(name: str) -> bool:
    """Tell whether a name is a state's."""
    words = name.split()
    if len(words) == 2:
        return words[0] in _BEFORE_STATE and words[1] in _STATES_OF_TWO
    return name in _STATES
