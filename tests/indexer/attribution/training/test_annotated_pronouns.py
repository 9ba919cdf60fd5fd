"""Labels of pronouns: read from their file, put over a program's, and true to the annotated articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.attribution.training.annotated_pronouns import (
    PronounLabel,
    PronounPlace,
    label_of,
    read_pronoun_labels,
    with_pronouns_put_right,
)
from indexer.attribution.training.gold import GoldArticle, GoldStatement, read_gold
from search.documents import Span

ARTICLES = Path(__file__).parents[5] / "shared" / "data" / "attribution" / "train.jsonl.xz"
TEXT = "Ann Bell met Tom Finch. “It is late,” she said. He wants to go. “So do I,” she said. He left, he said."


def statement(source: Span, speaker: str | None) -> GoldStatement:
    return GoldStatement((Span(0, 3),), source, None, speaker)


def pronoun(word: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(word, start + 1)
    return Span(start, start + len(word))


def place(span: Span, article: str = "a") -> PronounPlace:
    return PronounPlace(article, span.start, span.end)


def test_labels_are_read(tmp_path: Path) -> None:
    file = tmp_path / "labels.tsv"
    file.write_text("# what this is\na\t1\t3\tAnn Bell\na\t9\t12\t-\nb\t1\t3\t?\n", encoding="utf-8")
    assert read_pronoun_labels(file) == {
        PronounPlace("a", 1, 3): PronounLabel("Ann Bell"),
        PronounPlace("a", 9, 12): PronounLabel(None),
        PronounPlace("b", 1, 3): PronounLabel(None, clear=False),
    }


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        ("a\t1\tAnn Bell\n", "line 1"),
        ("a\t1\t3\tAnn\na\tone\t3\tAnn\n", "line 2"),
        ("a\t1\t3\tA\na\t1\t3\tB\n", "already"),
    ],
)
def test_a_wrong_line_is_told(tmp_path: Path, lines: str, complaint: str) -> None:
    file = tmp_path / "labels.tsv"
    file.write_text(lines, encoding="utf-8")
    with pytest.raises(ValueError, match=complaint):
        read_pronoun_labels(file)


def test_speakers_are_put_right() -> None:
    she, he, again, other = pronoun("she"), pronoun("He"), pronoun("she", 1), pronoun("he said", 2)
    article = GoldArticle(
        TEXT,
        (statement(she, "Tom Finch"), statement(he, None), statement(again, "Ann Bell"), statement(other, "Tom Finch")),
        (),
        "a",
    )
    labels = {
        place(she): PronounLabel("Ann Bell"),
        place(he): PronounLabel("Tom Finch"),
        place(again): PronounLabel(None, clear=False),
        place(other, "b"): PronounLabel("Ann Bell"),
    }
    (right,) = with_pronouns_put_right([article], labels)
    assert [each.speaker for each in right.statements] == ["Ann Bell", "Tom Finch", None, "Tom Finch"]
    assert [each.source for each in right.statements] == [each.source for each in article.statements]
    assert right.text == TEXT
    assert label_of("a", she, labels) == PronounLabel("Ann Bell")
    assert label_of("a", None, labels) is None


def test_our_labels_stand_on_pronouns_and_name_who_is_in_the_text() -> None:
    if not ARTICLES.exists():
        pytest.skip("the annotated articles are not here")
    labels = read_pronoun_labels()
    articles = read_gold(ARTICLES)
    texts = {article.id: article.text for article in articles}
    assert len(labels) >= 300
    assert len({where.article for where in labels}) >= 150
    for where, label in labels.items():
        text = texts[where.article]
        assert text[where.start : where.end].lower() in {"he", "she"}
        assert label.name is None or label.name in " ".join(text.split()), where
    changed = sum(
        old.speaker != new.speaker
        for before, after in zip(articles, with_pronouns_put_right(articles), strict=True)
        for old, new in zip(before.statements, after.statements, strict=True)
    )
    assert changed > len(labels) / 4
