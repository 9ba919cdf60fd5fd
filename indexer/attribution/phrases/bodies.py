"""What kind of body a name is of, and which nouns stand for it: no "hospital" is a Foundation, no "agency" a Union."""

from __future__ import annotations

import re
from functools import lru_cache

from indexer.attribution.phrases.short_names import COMPANY_WORDS
from indexer.attribution.text.parts import Entity
from indexer.attribution.text.words import word_set

COMPANIES = word_set(
    "company corporation firm airline casino manufacturer retailer utility insurer automaker drugmaker chain brewery"
    " bank startup start-up railroad dealership restaurant hotel resort lender grocer bakery dairy refinery"
)
_PUBLIC_BODIES = word_set(
    "Administration Department Council Commission County Court Police Office Board Senate House Congress University"
    " Agency Association Party Enforcement Bureau Committee School Schools District Guard Army Union Legislature"
    " Assembly Campaign Center Institute Foundation Republicans Democrats"
)
_ENDINGS_OF_COMPANIES = word_set("Inc Corp Corporation Company Co LLC LLP Ltd")
_NEVER_COMPANIES = word_set(
    "union agency department council commission board court committee district office university school college church"
    " authority bureau library chamber campaign league"
)
_NEVER_FIRMS = word_set(  # acronyms of bodies that sell nothing
    "NAACP ACLU AARP NRA UAW AFL-CIO SEIU AFSCME VFW YMCA YWCA PETA FBI CIA DEA ATF EPA FEMA NASA NATO OSHA CDC FDA NIH"
    " NOAA NTSB FAA FCC FTC SEC IRS ICE DHS DOJ DOT HUD USDA NPS UN EU WHO NCAA GOP NLRB"
)
_STATION = re.compile(r"[KW][A-Z]{2,3}(-TV)?")
_OF_RACES = re.compile(r" for (?:President|Governor|Senate|Congress|Mayor|Sheriff|Judge|Assembly|Council)\b")
_SMALL_WORD = re.compile(r" (?:of|for|on|to|and|in|at|against)(?: .*)?$")
_NUMBER = re.compile(r"(?: (?:No\. )?#?\d+)+$")
# The words that names of bodies end in, before "of" and the like, by the kind of body.
_KIND_BY_WORDS = {
    "firm": _ENDINGS_OF_COMPANIES | COMPANY_WORDS | word_set("Hospitality Coatings Brewing Creamery Ferries Bank"),
    "health": word_set("Hospital Hospitals Health Healthcare Clinic Infirmary"),
    "public": word_set(
        "Department Agency Bureau Administration Authority Commission Board Council Committee Ministry"
        " Legislature Senate Assembly Congress Police Guard Patrol Enforcement"
    ),
    "part": word_set("Division Office Section Unit"),
    "court": word_set("Court Courts Circuit Appeals"),
    "place": word_set("County City Town Village Borough Township"),
    "college": word_set("University College"),
    "school": word_set("School Elementary Academy Preschool"),
    "schools": word_set("Schools ISD Unified District"),
    "charity": word_set("Foundation Fund Conservancy Chamber"),
    "members": word_set("Alliance Association Coalition Federation League Society"),
    "union": word_set("Union Local Workers Teamsters Brotherhood Guild Lodge"),
    "church": word_set("Church Diocese Synod Ministries"),
}
_KINDS = {word: kind for kind, words in _KIND_BY_WORDS.items() for word in words}
# The workers whose associations, alliances and federations are unions.
_TRADES = word_set(
    "Nurses Teachers Educators Firefighters Machinists Carpenters Mechanics Employees Drivers Steelworkers Autoworkers"
    " Workers Electricians Pilots Attendants Plumbers Miners Longshoremen Officers Professors Pipefitters Ironworkers"
)
# The kinds of body that a noun stands for: the first, if it is one, by its name alone, the others if they have spoken.
_KINDS_OF_NOUN = {
    **dict.fromkeys(COMPANIES, ("firm",)),
    **dict.fromkeys(("company", "corporation", "chain"), ("firm", "health")),
    "hospital": ("health",),
    "agency": ("public", "health", "part"),
    **dict.fromkeys(("department", "office", "bureau", "authority"), ("", "public", "health", "part")),
    **dict.fromkeys(("board", "council", "commission", "committee"), ("", "public", "part")),
    "court": ("court",),
    "union": ("union", "members"),
    **dict.fromkeys(("university", "college"), ("college",)),
    **dict.fromkeys(("school", "academy"), ("school", "college")),
    "district": ("schools", "school", "place"),
    "campaign": ("campaign",),
    "church": ("church",),
    **dict.fromkeys(("foundation", "chamber"), ("", "charity")),
    **dict.fromkeys(("association", "league", "society", "alliance", "federation"), ("", "members", "union")),
}
_SAID_BY_NAME = word_set("court")  # of bodies whose names always say what they are
# Nouns of which a text mostly has one body: whose name says so is meant rather than who has just spoken.
_OF_ONE = word_set("hospital union campaign district church")


@lru_cache(maxsize=1 << 12)
def kind_of(name: str) -> str:
    """Tell what kind of body a name is of, as far as its words say so; empty if they do not."""
    if _OF_RACES.search(name):
        return "campaign"
    words = _NUMBER.sub("", _SMALL_WORD.sub("", name)).split()
    if not words:
        return ""
    if words[-2:] == ["Medical", "Center"]:
        return "health"
    if words[-2:] == ["Public", "Health"]:
        return "public"
    kind = _KINDS.get(words[-1].rstrip("."), "")
    return "union" if kind == "members" and not _TRADES.isdisjoint(words) else kind


def may_be_called(noun: str, entity: Entity) -> bool:
    """Tell whether a noun may stand for a body: no "airline" is an Aviation Administration, no "union" an Inc."""
    kind = kind_of(entity.name)
    if noun in _KINDS_OF_NOUN and (kind or noun in _SAID_BY_NAME) and kind not in _KINDS_OF_NOUN[noun]:
        return False
    if noun in _NEVER_COMPANIES and is_firm(entity):
        return False
    if noun not in COMPANIES:
        return True
    if entity.name in _NEVER_FIRMS:
        return False
    return not _STATION.fullmatch(entity.name) and not any(word in _PUBLIC_BODIES for word in entity.name.split())


def bodies_of_kind(words: list[str], entities: list[Entity]) -> list[Entity]:
    """Give the bodies whose names say that they are what a noun says: "the hospital" of Rill Regional Health."""
    kinds = _KINDS_OF_NOUN.get(words[-1], ())
    return [e for e in entities if kinds and kinds[0] and e.type == "organisation" and kind_of(e.name) == kinds[0]]


def is_of_one(noun: str) -> bool:
    """Tell whether a text mostly has one body that a noun may stand for."""
    return noun in _OF_ONE


def is_firm(entity: Entity) -> bool:
    """Tell whether a name ends as only a firm's does: "Rill Foods Inc."."""
    return entity.name.split()[-1].rstrip(".") in _ENDINGS_OF_COMPANIES


def firms_in(entities: list[Entity]) -> list[Entity]:
    """Give the bodies whose names say that they are firms, as "Rill Foods Inc." does."""
    return [entity for entity in entities if is_firm(entity)]
