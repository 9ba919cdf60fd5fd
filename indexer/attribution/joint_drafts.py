"""Statements that several make together: whom of them the text names, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from indexer.attribution.drafts import Draft, Voice, span_of
from indexer.attribution.phrases.roles import is_role_noun
from indexer.attribution.reports.joint import Joint
from indexer.attribution.resolution.resolution import Resolver
from indexer.attribution.resolution.resolved import SURE, Resolved
from indexer.attribution.text.parts import Mention
from search.documents import Span

_FARTHEST = 2  # paragraphs
_RECALLED = 0.9  # "they" behind such a statement is mostly those who made it
Joints = Mapping[int, Joint]
"""By the id of a source, those who speak with it."""


def resolve_one_of_each(
    joints: Joints, resolved: dict[int, Resolved | None], resolver: Resolver
) -> dict[int, Resolved | None]:
    """Give for each source that speaks with others one of them who is named: how sure a statement is hangs on him."""
    found: dict[int, Resolved | None] = {}
    for source, joint in joints.items():
        voices = _voices(joint, resolved, resolver)
        found[source] = voices[0].resolved if voices else None
    return found


def draft_together(
    drafts: Iterable[Draft],
    sources: Iterable[Mention],
    joints: Joints,
    resolved: dict[int, Resolved | None],
    resolver: Resolver,
) -> list[Draft]:
    """Give the statements, those of sources that speak with others as theirs together."""
    by_span = {span_of(source): source for source in sources}
    found: list[Draft] = []
    last, since = None, 0
    for draft in drafts:
        source = by_span.get(draft.source)
        if source is not None and id(source) in joints:
            draft = _together(draft, joints[id(source)], resolved, resolver)
            last, since = draft, source.paragraph
        elif last is not None and source is not None and _recalls_several(source):
            if draft.resolved is None and source.paragraph - since <= _FARTHEST:
                draft, since = _again(draft, last), source.paragraph
        elif source is not None or draft.resolved is not None:
            last = None
        found.append(draft)
    return found


def _recalls_several(source: Mention) -> bool:
    """Tell whether a source can mean those who spoke together before: "they", "the senators"."""
    if source.kind == "pronoun":
        return source.name == "they"
    return source.kind == "noun" and source.name.endswith("s") and is_role_noun(source.name[:-1])


def _again(draft: Draft, before: Draft) -> Draft:
    """Give a statement as that of those who made another before it."""
    assert draft.source is not None
    voices = tuple(replace(voice, span=draft.source) for voice in before.together)
    return replace(draft, together=voices, confidence=round(before.confidence * _RECALLED, 2)) if voices else draft


def _together(draft: Draft, joint: Joint, resolved: dict[int, Resolved | None], resolver: Resolver) -> Draft:
    voices = _voices(joint, resolved, resolver)
    if not voices:
        return replace(draft, source=joint.span, resolved=None, confidence=0.0)
    others = min((voice.resolved.margin for voice in voices[1:]), default=SURE)
    return replace(
        draft, source=joint.span, resolved=None, together=voices, confidence=round(draft.confidence * others, 2)
    )


def _voices(joint: Joint, resolved: dict[int, Resolved | None], resolver: Resolver) -> tuple[Voice, ...]:
    """Give those of several who are named, each once."""
    found: dict[int, Voice] = {}
    for mention in joint.members:
        who = resolved.get(id(mention)) or resolver.named(mention)
        if who is not None:
            found.setdefault(id(who.entity), Voice(Span(mention.start, mention.end), who))
    return tuple(found.values())
