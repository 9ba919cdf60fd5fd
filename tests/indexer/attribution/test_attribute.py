"""Who said what in whole texts: forms of quotation, pronouns, titles, and what is no statement."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.attribution.attribute import JOINER, attribute
from search.documents import Article, Statement
from search.ids import slug, statement_id
from tests.builders import article
from tests.growth import grows_with_its_input


@dataclass(frozen=True)
class Case:
    """A short text and what is said in it: (speaker or None, kind, words)."""

    name: str
    text: str
    said: tuple[tuple[str | None, str, str], ...]


LEAD = "Mayor Maren Tolliver met Sheriff Augustin Pell at the levee on Monday.\n\n"

CASES = [
    Case("cue after", LEAD + "“The levee held,” Tolliver said.", (("Maren Tolliver", "direct", "The levee held,"),)),
    Case("cue inverted", LEAD + "“The levee held,” said Pell.", (("Augustin Pell", "direct", "The levee held,"),)),
    Case("cue before", LEAD + "Pell said, “The levee held.”", (("Augustin Pell", "direct", "The levee held."),)),
    Case(
        "cue inside",
        LEAD + "“The levee held,” Tolliver said, “and we did too.”",
        (("Maren Tolliver", "direct", "The levee held, … and we did too."),),
    ),
    Case(
        "two sentences, one cue",
        LEAD + "“The levee held,” Tolliver said. “We did too, all of us.”",
        (
            ("Maren Tolliver", "direct", "The levee held,"),
            ("Maren Tolliver", "direct", "We did too, all of us."),
        ),
    ),
    Case(
        "two paragraphs",
        LEAD + "“The levee held all night,” Pell said. “Nobody slept.\n\n“And nobody will sleep tonight either.”",
        (
            ("Augustin Pell", "direct", "The levee held all night,"),
            ("Augustin Pell", "direct", "Nobody slept."),
            ("Augustin Pell", "direct", "And nobody will sleep tonight either."),
        ),
    ),
    Case(
        "straight marks",
        LEAD + '"The levee held," Tolliver said.',
        (("Maren Tolliver", "direct", "The levee held,"),),
    ),
    Case(
        "doubled single marks",
        LEAD + "''The levee held,'' Tolliver said.",
        (("Maren Tolliver", "direct", "The levee held,"),),
    ),
    Case(
        "colon",
        LEAD + "Tolliver put it in a letter to the county: “The levee held, and the road did not.”",
        (("Maren Tolliver", "direct", "The levee held, and the road did not."),),
    ),
    Case(
        "question",
        LEAD + "“Did the levee hold?” Pell asked.",
        (("Augustin Pell", "direct", "Did the levee hold?"),),
    ),
    Case(
        "indirect right",
        LEAD + "Tolliver said the levee would hold until Friday.",
        (("Maren Tolliver", "indirect", "the levee would hold until Friday"),),
    ),
    Case(
        "indirect left",
        LEAD + "The levee would hold until Friday, Pell said.",
        (("Augustin Pell", "indirect", "The levee would hold until Friday"),),
    ),
    Case(
        "indirect both sides",
        LEAD + "The levee, Tolliver said, would hold until Friday.",
        (("Maren Tolliver", "indirect", "The levee … would hold until Friday"),),
    ),
    Case(
        "according to",
        LEAD + "According to Pell, the levee would hold until Friday.",
        (("Augustin Pell", "indirect", "the levee would hold until Friday"),),
    ),
    Case(
        "mixed",
        LEAD + "Pell said the plan was “a pipe with no guard on the door.”",
        (("Augustin Pell", "mixed", "the plan was “a pipe with no guard on the door.”"),),
    ),
    Case(
        "she is the mayor",
        "Alma Reyes met Victor Reyes. Victor Reyes left.\n\n“The levee held,” she said.",
        (("Alma Reyes", "direct", "The levee held,"),),
    ),
    Case("the mayor", LEAD + "“The levee held,” the mayor said.", (("Maren Tolliver", "direct", "The levee held,"),)),
    Case(
        "the sheriff's office",
        "The Ellery County Sheriff’s Office closed a road.\n\nThe sheriff’s office said the road would open on Friday.",
        (("Ellery County Sheriff’s Office", "indirect", "the road would open on Friday"),),
    ),
    Case(
        "the agency",
        "The State Environmental Agency (SEA) said the river was clean. The agency said it took nine samples.",
        (
            ("State Environmental Agency", "indirect", "the river was clean"),
            ("State Environmental Agency", "indirect", "it took nine samples"),
        ),
    ),
    Case(
        "an organisation in a statement",
        "Voss Harbor Partners filed a plan.\n\n“The plan is sound,” Voss Harbor Partners said in a statement.",
        (("Voss Harbor Partners", "direct", "The plan is sound,"),),
    ),
    Case(
        "named in apposition",
        "Nobody came. “The road was shut,” said the driver, Len Pruitt.",
        (("Len Pruitt", "direct", "The road was shut,"),),
    ),
    Case(
        "a spokesman stays unnamed",
        LEAD + "“The levee held,” a spokesman for the county said.",
        ((None, "direct", "The levee held,"),),
    ),
    Case(
        "residents stay unnamed",
        LEAD + "Residents said the water came over the road twice.",
        ((None, "indirect", "the water came over the road twice"),),
    ),
    Case("scare quotes", LEAD + "The so-called “flood tax” was not on the ballot.", ()),
    Case("thanks are only possible", "DA Nora Steffen thanked the police.", ()),
    Case("a plan is filed", "Voss Harbor Partners filed a plan.", ()),
    Case(
        "cue before the clause's subject",
        LEAD + "Pell, the county sheriff, said early voting would begin on Friday.",
        (("Augustin Pell", "indirect", "early voting would begin on Friday"),),
    ),
    Case(
        "quotations joined by words",
        LEAD + "Tolliver told the crowd “the levee held for us all night long” and “everybody worked until dawn.”",
        (("Maren Tolliver", "direct", "“the levee held for us all night long” and “everybody worked until dawn.”"),),
    ),
    Case(
        "a block quotation without marks",
        LEAD + "Pell stood up. He said:\n\nI have not slept, and I do not mean to.\n\nWe go on.\n\nThe water fell.",
        (("Augustin Pell", "direct", "I have not slept, and I do not mean to."),),
    ),
    Case(
        "a letter",
        LEAD + "The letter reads in part:\n\nDear Mayor,\n\nWe have asked you for sandbags since March.\n\nIt rained.",
        (
            (None, "direct", "Dear Mayor,"),
            (None, "direct", "We have asked you for sandbags since March."),
        ),
    ),
    Case(
        "a letter with an address, and a paragraph in which nobody speaks of himself",
        LEAD
        + "The text of the letter follows:\n\nThe Honorable Ann Roy\n\nMay 3, 2021\n\n"
        + "We have asked you for sandbags since March.\n\nThe levee leaks at two places.\n\nWe ask again.\n\n"
        + "We thank you for your help.\n\nIt rained.",
        (
            (None, "direct", "We have asked you for sandbags since March."),
            (None, "direct", "The levee leaks at two places."),
            (None, "direct", "We ask again."),
            (None, "direct", "We thank you for your help."),
        ),
    ),
    Case(
        "remarks that stand below",
        LEAD + "Below are Pell’s remarks as prepared for delivery.\n\nWe know what a levee weighs.\n\nThe water fell.",
        (("Augustin Pell", "direct", "We know what a levee weighs."),),
    ),
    Case(
        "a statement that follows",
        LEAD + "The full statement of Augustin Pell follows.\n\nWe know what a levee weighs.",
        (("Augustin Pell", "direct", "We know what a levee weighs."),),
    ),
    Case(
        "a number below another",
        LEAD + "The water fell below ten feet, Pell said in a statement.\n\nOur office has called the county.",
        (("Augustin Pell", "indirect", "The water fell below ten feet"),),
    ),
    Case(
        "an address below",
        LEAD + "Send Augustin Pell your comments at the address below.\n\nOur office is open on Monday.",
        (),
    ),
    Case("a view from somewhere", LEAD + "From the front row Pell watched:\n\nWe had come by the river.", ()),
    Case(
        "a post that speaks to its readers",
        LEAD + "Tolliver posted this, and we print it as she wrote it:\n\nGo up the hill if you live below the dam.",
        (("Maren Tolliver", "direct", "Go up the hill if you live below the dam."),),
    ),
    Case(
        "letters by their senders",
        LEAD + "From Ann Roy, on leaves:\n\nI have raked them to the curb since May.\n\nWe asked. Ms. Roy may go on.",
        (("Ann Roy", "direct", "I have raked them to the curb since May."),),
    ),
    Case(
        "a list",
        LEAD + "Pell said that two roads are closed:\n\nMill Street\n\nCanal Lane and the levee road",
        (("Augustin Pell", "indirect", "that two roads are closed"),),
    ),
    Case("the writer's own words", LEAD + "I have this to say:\n\nI have not slept, and I do not mean to.", ()),
    Case(
        "a relative",
        LEAD + "Pell’s wife, Ann Roy, was there. “Nobody slept,” said his wife.",
        (("Ann Roy", "direct", "Nobody slept,"),),
    ),
    Case("a nickname", "Harold “Buddy” Krantz, 61, won the pie contest.", ()),
    Case(
        "a former defendant is none",
        "Former defendant Tom Hale was freed. Ann Diaz was tried. The defendant replied that she had lied.",
        ((None, "indirect", "that she had lied"),),
    ),
    Case("a title of a work", "The band played “Moon River” and went home.", ()),
    Case("mentioned only", "Sheriff Sally Hernandez has made national news for her policy regarding detainers.", ()),
    Case(
        "a last name alone",
        "The hall was full. “We heard nothing,” Krantz said.",
        (("Krantz", "direct", "We heard nothing,"),),
    ),
    Case(
        "a dateline is no content",
        "PORT ELLERY (KQEL) — The ferry will run on Friday, Mayor Celia Marchetti said.",
        (("Celia Marchetti", "indirect", "The ferry will run on Friday"),),
    ),
]


def said(text: str, headline: str = "") -> tuple[tuple[str | None, str, str], ...]:
    return tuple(
        (s.speaker.name if s.speaker else None, s.kind, s.text)
        for s in attribute(article(text, headline=headline))
        if s.attribution != "possible"
    )


def test_he_is_the_new_person_of_the_paragraph() -> None:
    text = LEAD + "“It held,” Pell said.\n\nNear the gate stood farmer Jonah Whitlock. “It did not,” he said."
    found = attribute(article(text, headline=""))
    assert [s.speaker.name for s in found if s.speaker] == ["Augustin Pell", "Jonah Whitlock"]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_who_said_what(case: Case) -> None:
    assert said(case.text) == case.said


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Tolliver: Levee will hold until Friday", ("Maren Tolliver", "indirect", "Levee will hold until Friday")),
        ("Levee will hold until Friday: Pell", ("Augustin Pell", "indirect", "Levee will hold until Friday")),
        ("Pell: ‘It’s not over yet’", ("Augustin Pell", "direct", "It’s not over yet")),
    ],
)
def test_headlines(headline: str, expected: tuple[str, str, str]) -> None:
    text = LEAD + "Tolliver went home. Pell stayed."
    statements = attribute(article(text, headline=headline))
    assert said(text, headline) == (expected,)
    assert statements[0].field == "headline"
    assert headline[statements[0].content[0].start : statements[0].content[0].end] == statements[0].text


def test_a_text_may_begin_with_its_headline() -> None:
    text = "Tolliver: Levee will hold until Friday\n\n" + LEAD + "Tolliver went home. Pell stayed."
    (statement,) = attribute(article(text, headline=""))
    assert (statement.speaker and statement.speaker.name, statement.field) == ("Maren Tolliver", "text")
    assert statement.text == "Levee will hold until Friday"
    (nobody,) = attribute(article(text.replace("Tolliver:", "Police:"), headline=""))
    assert (nobody.speaker, nobody.text) == (None, "Levee will hold until Friday")
    (mayor,) = attribute(article(text.replace("Tolliver:", "Mayor:"), headline=""))
    assert mayor.speaker is not None
    assert mayor.speaker.name == "Maren Tolliver"


def test_a_long_first_paragraph_is_no_headline() -> None:
    text = "Tolliver: " + "the levee will hold " * 8 + "until Friday.\n\n" + LEAD + "Tolliver went home. Pell stayed."
    assert not [s for s in attribute(article(text, headline="")) if s.cue and s.cue.text == ":"]


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("Levee will hold, mayor says", "Maren Tolliver"),
        ("“We are done here,” mayor says", "Maren Tolliver"),
        ("It will hold, mayors say", None),
        ("It will hold, baker says", None),
    ],
)
def test_a_headline_ends_with_an_office_that_speaks(headline: str, name: str | None) -> None:
    found = attribute(article(LEAD + "Tolliver went home.", headline=headline))
    assert [said.speaker.name if said.speaker else None for said in found if said.field == "headline"] == [name]


def test_a_headline_made_of_the_text_is_left_out() -> None:
    text = "Tolliver said the levee would hold. Tolliver left."
    made = article(text, headline=text, headline_derived=True)
    assert {statement.field for statement in attribute(made)} == {"text"}


def test_evidence_in_words() -> None:
    statements = attribute(article(LEAD + "“The levee held,” the mayor said.", headline=""))
    assert statements[0].why == "the mayor ← Mayor Maren Tolliver, paragraph 1; by the role"
    with_headline = attribute(article(LEAD + "“The levee held,” Tolliver said.", headline="Levee holds"))
    assert with_headline[0].why == "Tolliver ← Mayor Maren Tolliver, paragraph 1; last name of the same person"


def test_speaker_cue_and_source() -> None:
    text = LEAD + "“The levee held,” Tolliver said."
    (statement,) = attribute(article(text, headline=""))
    assert statement.speaker is not None
    assert (statement.speaker.id, statement.speaker.role, statement.speaker.type) == (
        "maren-tolliver", "Mayor", "person",
    )  # fmt: skip
    assert statement.source is not None
    assert text[statement.source.span.start : statement.source.span.end] == statement.source.text == "Tolliver"
    assert statement.cue is not None
    assert (statement.cue.text, statement.cue.cue_class) == ("said", "speech")
    assert statement.attribution == "sure"


def test_belief_is_kept_apart() -> None:
    (statement,) = attribute(article(LEAD + "Tolliver believes that the levee will hold.", headline=""))
    assert statement.cue_class == "belief"


def test_the_same_words_twice_have_two_ids() -> None:
    text = LEAD + "“No, not this year,” Tolliver said. The crowd left.\n\n“No, not this year,” Pell said."
    first, second = attribute(article(text, headline=""))
    assert first.text == second.text
    assert first.id == statement_id(first.article_id, first.text, 0)
    assert second.id == statement_id(second.article_id, second.text, 1)


PIECES = st.sampled_from(
    ["“", "”", '"', "''", "‘", "’", "(", ")", ":", "—", ".", ",", "?", "\n", "\n\n", " ", "A.", "Q.", "Mr.", "said",
     "Adler", "Mayor", "ICE", "(ICE)", "he", "She", "who", "the mayor", "the agency", "according to", "of", "and",
     "Sheriff’s Office", "May", "Jr.", "J.", "told", "12", "that", "\x00", "é", "İ", "ǅ", "ß", "\u2028", "¶", "🙂"]
)  # fmt: skip


def check(statements: tuple[Statement, ...], text: str, headline: str) -> None:
    fields = {"text": text, "headline": headline}
    for statement in statements:
        whole = fields[statement.field]
        assert statement.content
        assert all(0 <= span.start < span.end <= len(whole) for span in statement.content)
        words = JOINER.join(whole[span.start : span.end] for span in statement.content)
        assert words == statement.text or "\n" in headline
        assert (statement.attribution == "none") == (statement.speaker is None)
        assert 0 <= statement.confidence <= 1
        for part in (statement.source, statement.cue):
            if part is not None:
                assert whole[part.span.start : part.span.end].replace("\n", " ") == part.text
        if statement.speaker is not None:
            assert statement.speaker.id == slug(statement.speaker.name) != ""
    for field in fields:
        starts = [statement.content[0].start for statement in statements if statement.field == field]
        assert starts == sorted(starts)
    assert len({statement.id for statement in statements}) == len(statements)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=60), st.lists(PIECES, max_size=10), st.sampled_from(["", " "]))
def test_no_text_is_too_odd(pieces: list[str], headline_pieces: list[str], joiner: str) -> None:
    text, headline = joiner.join(pieces), joiner.join(headline_pieces)
    check(attribute(article(text, headline=headline)), text, headline)


@pytest.mark.parametrize("text", ["\u00ad", "\u200b\n\n\u00ad", "Ann Roy said no.\n\n\u00ad\n\n“No,” she said."])
def test_paragraphs_of_which_nothing_is_seen(text: str) -> None:
    check(attribute(article(text, headline="\u00ad")), text, "\u00ad")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300), st.text(max_size=40))
def test_any_characters(text: str, headline: str) -> None:
    check(attribute(article(text, headline=headline)), text, headline)


@pytest.mark.parametrize(
    "piece",
    ["“We are here,” said Gus Lund. ", "“", "“a b ", '"a b ', "Adam Brown ", "he said that they and ", "''", "(ICE) ",
     "The mayor said no. Mayor Ann Bell left. ", "The agency said no. Fire Agency came. ",
     "Q. Why?\n\nA. Because.\n\n", "HALE: Why?\n\nROY: We do.\n\n", "Ann de la ", "SEN. ANN DE LA ROY SAID NO. ",
     "Contact: Ann Roy.\n\nIt fell. ", "wrote to Ann Roy and ", "the show, “Ice Cold,” ", "the elder Roy said so. ",
     "Below are the remarks\n\n"],
)  # fmt: skip
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    def make(size: int) -> Article:
        return article(piece * (size // len(piece)), headline="")

    assert grows_with_its_input(make, attribute, 5_000)


def numbered(number: int) -> str:
    """A word of its own for each number."""
    return "".join("bcdfghjklm"[int(digit)] for digit in str(number)) + "er"


@pytest.mark.parametrize(
    "piece",
    ["The town's a{0}, Ann B{0}, said no. The a{0} said it was late. ",
     "B{0}: Was it late?\n\nC{0}: We went with Ann D{0}.\n\n"],
)  # fmt: skip
def test_time_grows_with_how_many_are_named_and_no_faster(piece: str) -> None:
    def make(count: int) -> Article:
        return article("".join(map(piece.format, map(numbered, range(count)))), headline="")

    assert grows_with_its_input(make, attribute, 150)


@pytest.mark.parametrize("age", ["²", "٣", "33"])
def test_digits_that_are_no_number_are_no_age(age: str) -> None:
    text = f"Ann Roy, {age}, and Dan Roy, 3, left. The elder Roy said no."
    check(attribute(article(text, headline="")), text, "")


@pytest.mark.parametrize(
    ("headline", "type"),
    [("SEN. QUORRIN SAYS DOCK STAYS SHUT", "person"), ("COMMISSIONER SAYS DOCK STAYS SHUT", None)],
)
def test_a_short_title_in_capitals_is_a_persons_though_the_story_does_not_name_him(headline: str, type: str) -> None:
    (said,) = attribute(article("The dock was shut on Monday. A plank broke.", headline=headline))
    assert (said.speaker.type if said.speaker else None) == type
