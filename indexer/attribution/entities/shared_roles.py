"""A title or role before several names, which is that of each: "Senators Ann Roy and Len Hale"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from indexer.attribution.phrases.lists import AND, behind_joint
from indexer.attribution.phrases.roles import printed_role
from indexer.attribution.phrases.roles_before import role_before_several
from indexer.attribution.text.lexicon import PLURAL_TITLES
from indexer.attribution.text.parts import Mention, Sentence
from indexer.attribution.text.skeleton import Skeleton
from indexer.attribution.text.words import word_set

_PLURAL_TITLES = PLURAL_TITLES | word_set("Sens Reps Senators Representatives Govs Governors Mayors")
_PLURAL_ENDING = re.compile(r"[sS](\.?)$")


def is_shared(title: str | None) -> bool:
    """Tell whether a title is of several."""
    return title in _PLURAL_TITLES


def is_of_then(role: str | None) -> bool:
    """Tell whether a role is what somebody was at a time that is told of: "then-Mayor"."""
    return role is not None and role.lower().startswith("then-")


def role_of_each(role: str) -> str:
    """Give the role of one of several: "Senators Hale and Bell", a Senator."""
    return _PLURAL_ENDING.sub(r"\1", role)


def share_roles(mentions: Iterable[Mention], skeleton: Skeleton) -> None:
    """Give those who stand in a list behind a title or a role of several that of each, if they have none of their own.

    "Senators Ann Roy and Len Hale", "council members Roy and Hale".
    """
    for mention in mentions:
        sentence = skeleton.sentences[mention.sentence]
        role, others = mention.role if is_shared(mention.title) else None, []
        if role is None and mention.title is None and mention.entity is not None:
            begin = role_before_several(sentence.tokens, mention.first)
            if begin < mention.first:
                role, others = printed_role(skeleton.text, sentence.tokens, begin, mention.first), [mention]
        if role is None:
            continue
        behind = _listed_behind(mention, sentence)
        for other in (*others, *behind) if behind else ():
            entity = other.entity
            if entity is not None and entity.type == "person" and entity.role is None:
                entity.role, entity.has_shared_role = role_of_each(role), True


def _listed_behind(mention: Mention, sentence: Sentence) -> list[Mention]:
    """Give the names of a list behind its first, up to one that has a title of its own; none of what is no list."""
    starts = {other.first: other for other in sentence.mentions}
    found, at = [], mention.stop
    while (other := starts.get(behind_joint(sentence.tokens, at))) and other.kind == "name" and not other.role:
        found.append(other)
        at = other.stop
    is_list = any(sentence.tokens[other.first - 1].lower in AND for other in found)
    return found if is_list else []
