"""Facets: how many of the documents that match have each value of a field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from search.backends.whoosh.arrays import Array, Ints, Mask, counted
from search.backends.whoosh.directory import SpeakerDirectory
from search.backends.whoosh.grouping import Copies
from search.backends.whoosh.segment import Segment
from search.documents import KINDS
from search.ids import slug
from search.query.request import Collection
from search.results import Facet, FacetField, FacetValue

Selection = tuple[Segment, Mask, Mask]
"""Of one segment: the documents that match, and the statements whose values count for them."""


def count_values(
    field: FacetField,
    selections: Sequence[Selection],
    collection: Collection,
    directory: SpeakerDirectory,
    limit: int,
    copies: Sequence[Copies],
) -> Facet:
    """Count the values of a field. With ``copies``, a group counts once for each value that any of it has."""
    copied = _copied(selections, collection, copies)
    if field == "speaker":
        return _speakers(selections, collection, directory, limit, copied, copies)
    counts, printed = _count(field, selections, collection)
    if copied:
        counts -= _count(field, copied, collection)[0]
        counts += _count_groups(_values_of(field, copied, collection), collection, copies)
    values = [FacetValue(value, _label(printed[value]), count) for value, count in counts.items()]
    if field in ("month", "year"):
        return Facet(field, tuple(sorted(values, key=lambda value: (value.value == "", value.value))), len(values))
    values.sort(key=lambda value: (-value.count, value.label, value.value))
    return Facet(field, tuple(values[:limit]), len(values))


def _count(
    field: FacetField, selections: Sequence[Selection], collection: Collection
) -> tuple[Counter[str], dict[str, Counter[str]]]:
    counts: Counter[str] = Counter()
    printed: dict[str, Counter[str]] = {}
    for segment, documents, statements in selections:
        if field in ("kind", "role"):
            _count_said(field, segment, statements, collection, counts, printed)
        else:
            _count_printed(field, segment, documents, collection, counts, printed)
    return counts, printed


def _copied(selections: Sequence[Selection], collection: Collection, copies: Sequence[Copies]) -> list[Selection]:
    """Give the part of each selection that has copies; nothing at all if none has."""
    found = []
    for (segment, documents, statements), known in zip(selections, copies, strict=False):
        own = documents & known.mask
        of_own = statements & segment.spread(own) if collection == "articles" and statements is not documents else own
        found.append((segment, own, of_own))
    return found if any(own.any() for _, own, _ in found) else []


def _values_of(
    field: FacetField, copied: Sequence[Selection], collection: Collection
) -> Iterator[tuple[Ints, list[str]]]:
    """Give, for each segment, the documents that have a value, with it; a pair may come twice."""
    for segment, documents, statements in copied:
        columns = segment.columns
        if field in ("kind", "role"):
            labels: Sequence[str] = KINDS if field == "kind" else columns.tables["roles"].values
            chosen = np.flatnonzero(statements)
            numbers = columns.statement[field][chosen]
            owners = chosen if collection == "statements" else segment.statement_articles[chosen]
        else:
            labels = columns.tables["outlets" if field == "outlet" else "months"].values
            owners = np.flatnonzero(documents)
            articles = segment.statement_articles[owners] if collection == "statements" else owners
            numbers = columns.article["outlet" if field == "outlet" else "month"][articles]
        has_none = field in ("month", "year")
        has_value = np.array([bool(label) or has_none for label in labels] + [False], np.bool_)[numbers]
        values = {at: _value(field, labels[at]) for at in np.unique(numbers[has_value]).tolist()}
        yield owners[has_value], [values[number] for number in numbers[has_value].tolist()]


def _value(field: FacetField, label: str) -> str:
    """Give the value that a label stands for in addresses."""
    if field in ("outlet", "role"):
        return slug(label)
    return label[:4] if field == "year" else label


def _count_groups(
    found: Iterable[tuple[Ints, list[str]]], collection: Collection, copies: Sequence[Copies]
) -> Counter[str]:
    pairs: set[tuple[int, str]] = set()
    for (owners, values), known in zip(found, copies, strict=False):
        groups = known.groups[np.searchsorted(known.numbers, owners)]
        pairs.update(zip(groups.tolist(), values, strict=True))
    return Counter(value for _, value in pairs)


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
    selections: Sequence[Selection],
    collection: Collection,
    directory: SpeakerDirectory,
    limit: int,
    copied: Sequence[Selection],
    copies: Sequence[Copies],
) -> Facet:
    """Count speakers: they are many, so only those that are shown are looked at one by one."""
    total = _count_speakers(selections, collection, directory)
    if copied:
        total = total - _count_speakers(copied, collection, directory)
        pairs = [np.empty(0, np.int64)]
        for (segment, _, statements), known in zip(copied, copies, strict=True):
            chosen = np.flatnonzero(statements)
            speakers = segment.statement_speakers[chosen].astype(np.int64)
            owners = chosen if collection == "statements" else segment.statement_articles[chosen]
            groups = known.groups[np.searchsorted(known.numbers, owners)]
            pairs.append((groups * len(total) + speakers)[speakers >= 0])
        total = total + np.bincount(np.unique(np.concatenate(pairs)) % len(total), minlength=len(total))
    found = np.flatnonzero(total)
    if found.size > limit:
        least = np.partition(total[found], -limit)[-limit] if limit else total.max() + 1
        shown = found[total[found] >= least]
    else:
        shown = found
    values = [FacetValue(directory.ids[at], directory.name(at), int(total[at])) for at in shown.tolist()]
    values.sort(key=lambda value: (-value.count, value.label, value.value))
    return Facet("speaker", tuple(values[:limit]), int(found.size))


def _count_speakers(selections: Sequence[Selection], collection: Collection, directory: SpeakerDirectory) -> Ints:
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
    return total
