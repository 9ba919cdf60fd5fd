"""Facets: how many of the documents that match have each value of a field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from search.backends.whoosh.arrays import Array, Ints, Mask, counted
from search.backends.whoosh.directory import SpeakerDirectory
from search.backends.whoosh.segment import Segment
from search.documents import KINDS
from search.ids import slug
from search.query.request import Collection
from search.results import Facet, FacetField, FacetValue

Selection = tuple[Segment, Mask, Mask]
"""Of one segment: the documents that match, and the statements whose values count for them."""


def count_values(
    field: FacetField, selections: Sequence[Selection], collection: Collection, directory: SpeakerDirectory, limit: int
) -> Facet:
    """Count the values of a field."""
    if field == "speaker":
        return _speakers(selections, collection, directory, limit)
    counts: Counter[str] = Counter()
    printed: dict[str, Counter[str]] = {}
    for segment, documents, statements in selections:
        if field in ("kind", "role"):
            _count_said(field, segment, statements, collection, counts, printed)
        else:
            _count_printed(field, segment, documents, collection, counts, printed)
    values = [FacetValue(value, _label(printed[value]), count) for value, count in counts.items()]
    if field in ("month", "year"):
        return Facet(field, tuple(sorted(values, key=lambda value: (value.value == "", value.value))), len(values))
    values.sort(key=lambda value: (-value.count, value.label, value.value))
    return Facet(field, tuple(values[:limit]), len(values))


def _label(printed: Counter[str]) -> str:
    return max(printed, key=lambda label: (printed[label], label))


def _count_printed(
    field: FacetField,
    segment: Segment,
    documents: Mask,
    collection: Collection,
    counts: Counter[str],
    printed: dict[str, Counter[str]],
) -> None:
    """Count a value of the article: every document has at most one."""
    columns = segment.columns
    name = "outlet" if field == "outlet" else "month"
    table = columns.tables["outlets" if field == "outlet" else "months"]
    numbers = columns.article[name]
    chosen = segment.spread(numbers)[documents] if collection == "statements" else numbers[documents]
    for number, count in _nonzero(np.bincount(chosen, minlength=len(table.values))):
        label = table.values[number][:4] if field == "year" else table.values[number]
        if field == "outlet" and not label:
            continue
        value = table.slugs[number] if field == "outlet" else label
        counts[value] += count
        printed.setdefault(value, Counter())[label] += count


def _count_said(
    field: FacetField,
    segment: Segment,
    statements: Mask,
    collection: Collection,
    counts: Counter[str],
    printed: dict[str, Counter[str]],
) -> None:
    """Count a value of statements: an article has those of several, each once."""
    columns = segment.columns
    chosen = np.flatnonzero(statements)
    if field == "kind":
        labels: Sequence[str] = KINDS
        numbers = columns.statement["kind"][chosen]
    else:
        labels = columns.tables["roles"].values
        numbers = columns.statement["role"][chosen]
        spoken = numbers >= 0
        spoken[spoken] = np.array([bool(label) for label in labels], np.bool_)[numbers[spoken]]
        chosen, numbers = chosen[spoken], numbers[spoken]
    by_statement = collection == "statements"
    owners = np.arange(chosen.size) if by_statement else segment.statement_articles[chosen]
    many = chosen.size if by_statement else columns.articles
    for number, count in _nonzero(_distinct(owners, numbers, many, len(labels))):
        value = slug(labels[number]) if field == "role" else labels[number]
        printed.setdefault(value, Counter())[labels[number]] += count
    values = [slug(label) if field == "role" else label for label in labels]
    known = {value: at for at, value in enumerate(dict.fromkeys(values))}
    by_value = np.array([known[value] for value in values], np.int64)[numbers] if values else numbers
    names = list(known)
    for number, count in _nonzero(_distinct(owners, by_value, many, len(names))):
        counts[names[number]] += count


def _distinct(owners: Ints, values: Array, many: int, most: int) -> Array:
    """Count for each of ``most`` values the owners, of ``many``, that have it; one that has it twice once."""
    pairs = owners.astype(np.int64) * most + values
    if many * most > _FLAGS:
        return np.bincount(counted(np.sort(pairs))[0] % most, minlength=most) if most else pairs
    flags = np.zeros((many, most), np.bool_)
    flags.reshape(-1)[pairs] = True
    counts: Ints = np.count_nonzero(flags, axis=0)
    return counts


_FLAGS = 1 << 22
"""Bytes of flags up to which it is faster to raise them than to sort."""


def _nonzero(counts: Array) -> list[tuple[int, int]]:
    return [(int(number), int(counts[number])) for number in np.flatnonzero(counts)]


def _speakers(
    selections: Sequence[Selection], collection: Collection, directory: SpeakerDirectory, limit: int
) -> Facet:
    """Count speakers: they are many, so only those that are shown are looked at one by one."""
    total = np.zeros(len(directory.ids), np.int64)
    for segment, _, statements in selections:
        if collection == "statements":
            speakers = segment.statement_speakers[statements]
        else:
            order = segment.by_speaker
            ordered = order[statements[order]]
            speakers, owners = segment.statement_speakers[ordered], segment.statement_articles[ordered]
            if ordered.size:
                repeated = (speakers[1:] == speakers[:-1]) & (owners[1:] == owners[:-1])
                speakers = speakers[np.concatenate(([True], ~repeated))]
        total += np.bincount(speakers[speakers >= 0], minlength=len(total))
    found = np.flatnonzero(total)
    if found.size > limit:
        least = np.partition(total[found], -limit)[-limit] if limit else total.max() + 1
        shown = found[total[found] >= least]
    else:
        shown = found
    values = [FacetValue(directory.ids[at], directory.name(at), int(total[at])) for at in shown.tolist()]
    values.sort(key=lambda value: (-value.count, value.label, value.value))
    return Facet("speaker", tuple(values[:limit]), int(found.size))
