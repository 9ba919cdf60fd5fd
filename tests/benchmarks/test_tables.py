"""Tables of what engines answered, and in how long."""

from __future__ import annotations

from benchmarks.measure import Asked, Cold
from benchmarks.questions import questions
from benchmarks.tables import searching_table, totals_note

QUESTIONS = questions(1)[:2]


def asked(engine: str, times: tuple[float, float], totals: tuple[int | None, int | None]) -> list[Asked]:
    return [
        Asked(engine, question, {"top": taken / 2, "page": taken} if total is not None else {}, total)
        for question, taken, total in zip(QUESTIONS, times, totals, strict=True)
    ]


def test_engines_stand_side_by_side_with_their_ratio() -> None:
    both = asked("On the Record", (2.0, 4.0), (5, 6)) + asked("tantivy", (4.0, 8.0), (5, 6))

    text = searching_table(both, {"On the Record": Cold(20.0, 30.0, 90 << 20), "tantivy": Cold(5.0, 10.0, None)})

    assert "| whole page, ms | On the Record | tantivy |" in text
    assert "| all: median | 3.00 | 6.00 |" in text
    assert text.count("| ratio to tantivy | 0.50 | 1.00 |") == 2
    assert (
        "| its code loaded, ms | 20.0 | 5.0 |\n| open and first page, ms | 30.0 | 10.0 |\n| own memory, MB | 90 | – |"
        in text
    )


def test_a_ratio_is_of_the_questions_that_both_answer() -> None:
    both = asked("On the Record", (2.0, 400.0), (5, 6)) + asked("tantivy", (4.0, 0.0), (5, None))

    text = searching_table(both, {"On the Record": Cold(20.0, 30.0, None), "tantivy": Cold(5.0, 10.0, None)})

    assert "| ratio to tantivy | 0.50 | 1.00 |" in text


def test_totals_that_differ_are_told() -> None:
    both = asked("On the Record", (1.0, 1.0), (5, 6)) + asked("tantivy", (1.0, 1.0), (5, 7))
    words = " ".join(QUESTIONS[1].words)

    assert totals_note(both) == (
        f"- tantivy: 2 totals compared, 1 of them other; {QUESTIONS[1].category} {words}: 7, ours 6"
    )
    assert totals_note(asked("On the Record", (1.0, 1.0), (5, 6))) == ""
