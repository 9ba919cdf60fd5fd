"""Which names are one person's: "Jim Hale" and "James Hale", Maria Garcia Lopez and "Garcia Lopez"; not Jr. and Sr."""

from __future__ import annotations

from dataclasses import replace

from indexer.attribution.text.given_names import is_given_name
from indexer.attribution.text.lexicon import NAME_PARTICLES
from indexer.attribution.text.parts import Entity
from search.speakers.names import full_name, may_be_one


def bearer_of_last_names(entity: Entity, namesakes: list[Entity]) -> Entity | None:
    """Give who has a name as last names: Maria for "Garcia Lopez" beside Maria Garcia Lopez."""
    first = entity.name.split()[0]
    if " " not in entity.name or (is_given_name(first) and first.lower() not in NAME_PARTICLES):
        return None
    whole = [other for other in namesakes if other.name.endswith(" " + entity.name)]
    return whole[0] if len(whole) == 1 else None


def are_two(name: str, other: str) -> bool:
    """Tell whether two names of one first and last name are two persons': Jr. and Sr., John T. and John L."""
    one, two = full_name(name), full_name(other)
    if one is None or two is None:
        return False
    return not may_be_one(replace(one, last=two.last), replace(two, first=one.first))


def first_of(entity: Entity, kept: dict[str, Entity], namesakes: list[Entity]) -> str:
    """Give under which first name somebody is kept: his own, or a form of it that is nobody else's as well."""
    first = entity.name.split()[0]
    forms = _other_forms(entity, namesakes)
    if first in kept or len(forms) != 1:
        return first
    form = forms.pop()
    return form if form in kept and _other_forms(kept[form], namesakes) == {first} else first


def _other_forms(entity: Entity, namesakes: list[Entity]) -> set[str]:
    """Give the other first names of namesakes who may be the same person: James for Jim."""
    own, first = full_name(entity.name), entity.name.split()[0]
    names = ((other.name.split()[0], full_name(other.name)) for other in namesakes)
    return {form for form, name in names if form != first and own and name and may_be_one(own, name)}
