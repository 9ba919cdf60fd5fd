"""The steps between skeleton and statement, each by itself: cues, sources, contents, quotations' sources, persons."""

from __future__ import annotations

import pytest

from indexer.attribution.confidence import SURE_FROM, confidence
from indexer.attribution.entities.analysis import Analysis, analyse
from indexer.attribution.mentions.headlines import read_colon
from indexer.attribution.model import load_model
from indexer.attribution.quotes.quotes import assign_quotes
from indexer.attribution.reports.keeping import report_features
from indexer.attribution.reports.reports import Report, find_reports
from indexer.attribution.resolution.resolution import Resolver
from indexer.attribution.resolution.resolved import Resolved
from indexer.attribution.text.cue_words import class_of
from indexer.attribution.text.parts import Entity, Mention
from indexer.attribution.text.work_titles import is_title, looks_like_title

MODEL = load_model()


def analysis(text: str) -> Analysis:
    return analyse(text, MODEL.usual)


def reports(text: str) -> list[Report]:
    return [report for found in find_reports(analysis(text).sentences, MODEL, 0.0) for report in found]


def cues(text: str) -> list[str]:
    return [report.sentence.tokens[report.cue].word for report in reports(text)]


def sources(text: str) -> list[str | None]:
    found = [report.source for report in reports(text)]
    return [text[source.start : source.end] if source else None for source in found]


def contents(text: str) -> list[list[str]]:
    return [
        [text[report.sentence.tokens[a].start : report.sentence.tokens[b - 1].end] for a, b in report.content]
        for report in reports(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor Hale said the road was shut.", ["said"]),
        ("According to Mayor Hale, the road was shut.", ["According"]),
        ("Mayor Hale shut the road.", []),
        ("The report lay on the table for a year.", []),
    ],
)
def test_cues(text: str, expected: list[str]) -> None:
    assert cues(text) == expected


def test_cue_classes() -> None:
    assert class_of("said") == class_of("according") == class_of("tweeted") == "speech"
    assert class_of("hopes") == class_of("worried") == "belief"
    assert class_of("issued") == "belief"
    assert class_of("issued", is_quoted=True) == class_of("identified") == "speech"
    assert class_of("hoped", is_quoted=True) == "belief"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“No,” said Greg Casar.", ["Greg Casar"]),
        ("Greg Casar told the council that the road was shut.", ["Greg Casar"]),
        ("The driver, Len Pruitt, said the road was shut.", ["Len Pruitt"]),
        ("One of them, Ed Nowak, said the road was shut.", ["Ed Nowak"]),
        ("A retired judge from Corbin named Alma Reyes said that the road was shut.", ["Alma Reyes"]),
        ("Agnes Roy, who runs it, said the road was shut.", ["Agnes Roy"]),
        ("Then Garcia’s sister said the road was shut.", ["Garcia’s sister"]),
        ("The road was shut, she said.", ["she"]),
        ("Her husband said the road was shut.", ["Her husband"]),
        ("Her letter said the road was shut.", ["Her"]),
        ("“No,” said his wife, Ann Roy.", ["Ann Roy"]),
        ("According to the sheriff’s office, the road was shut.", ["the sheriff’s office"]),
        ("According to a tally by the Harbor Commission, the road was shut.", ["the Harbor Commission"]),
        ("Greg Casar himself said the road was shut.", ["Greg Casar"]),
        ("Then Lewis’ brother said the road was shut.", ["Lewis’ brother"]),
        ("The Herald’s Rowan Teel reported that the road was shut.", ["Rowan Teel"]),
        ("Ruth Hale’s top aide Ann Roy said the road was shut.", ["aide Ann Roy"]),
    ],
)
def test_sources(text: str, expected: list[str]) -> None:
    assert sources(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Casar said the road was shut.", [["the road was shut"]]),
        ("The road was shut, Casar said.", [["The road was shut"]]),
        ("The road, Casar said, was shut.", [["The road", "was shut"]]),
        ("Casar told reporters on Friday that the road was shut.", [["that the road was shut"]]),
        ("But the road was shut, Casar said.", [["the road was shut"]]),
        ("Casar said the schools, parks and pools would be shut.", [["the schools, parks and pools would be shut"]]),
        ("Casar, the county clerk, said early voting would begin on Friday.", [["early voting would begin on Friday"]]),
        ("The road was shut, said Greg Casar, who left early.", [["The road was shut"]]),
        ("The road was shut, Casar said, and it was cold.", [["The road was shut", "and it was cold"]]),
        (
            "The road was shut, Casar said, and Tom Hale agreed that it was late.",
            [["The road was shut"], ["that it was late"]],
        ),
        ("The road was shut, Casar said; it was cold.", [["The road was shut", "it was cold"]]),
        ("The road was shut, Casar said, and said it was cold.", [["The road was shut"], ["it was cold"]]),
        ("The road was shut, Casar said, and asked for lamps.", [["The road was shut"], ["lamps"]]),
    ],
)
def test_contents(text: str, expected: list[list[str]]) -> None:
    assert contents(text) == expected


def quote_sources(text: str) -> list[tuple[str, str]]:
    parts = analysis(text)
    reports = find_reports(parts.sentences, MODEL)
    found = assign_quotes(parts.quotations, parts.sentences, reports, MODEL)
    return [(q.how, text[q.source.start : q.source.end] if q.source else "") for q in found]


def test_a_quotation_goes_to_the_cue_beside_it_and_the_next_to_the_same_speaker() -> None:
    text = "“The road is shut,” Greg Casar said. “It will stay shut for a week.”"
    assert [source for _, source in quote_sources(text)] == ["Greg Casar", "Greg Casar"]


def test_a_report_knows_the_others_of_its_sentence() -> None:
    said = "Mayor Ann Hale said the road would stay shut until June"
    outer, inner = reports(said + " and that Chief Tom Roy had warned that the bridge is not safe.")
    assert (outer.sentence.tokens[outer.cue].word, inner.sentence.tokens[inner.cue].word) == ("said", "warned")
    assert outer.outer is None
    assert outer.holds_another
    assert inner.outer is not None
    assert inner.outer.cue == outer.cue
    assert not inner.holds_another
    assert "inside" in report_features(inner)
    assert "inside" not in report_features(outer)


def test_a_report_alone_in_its_sentence_has_no_company() -> None:
    (report,) = reports("Mayor Ann Hale said the bridge is safe.")
    assert report.outer is None
    assert not report.holds_another
    assert report.companions == 0


def test_scare_quotes_have_no_source() -> None:
    assert quote_sources("The so-called “flood tax” was not on the ballot.") == []


def test_titles_of_works() -> None:
    first, second = analysis("They sang “Over the Hills and Far Away” and “we are here to stay.”").quotations
    assert looks_like_title(first)
    assert not looks_like_title(second)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hale was on “Face the Nation” last week.", True),
        ("Hale said, “Vote Like Your Life Depends on It” and left.", False),
        ("Hale was on “face the nation” last week.", False),
        ("Hale was on “Mornings with Ruth Bell” last week.", True),
        ("A paper entitled “What the town must do about the bridge, and when” was read.", True),
        ("In her 2002 memoir, “Salt Roads Home,” Mrs. Hale told of it.", True),
        ("They saw a play called “Brine.” Then they left.", True),
        ("Hale said of the show, “Nobody came,” and left.", False),
        ("Hale said on the show, “Come Home Now.”", False),
        ("Hale said in her memoir, “Salt Roads Home.”", True),
        ("Hale said in her memoir, “We all came home.”", False),
        ("Hale said of his first novel, “Never Again!”", False),
        ("Hale wrote in the visitors’ book, “Thank You All.”", False),
        ("Hale wrote a column, entitled, “Why the bridge must go.”", True),
        ("“Salt Roads: Ann Hale and the Long Way Home from the Mill in Rill County,” by Ruth Bell, tells of it.", True),
        ("According to Bell’s “Salt Roads,” she left.", True),
        ("Bell is a co-author of “Salt Roads Home.”", True),
        ("Bell spoke of “Salt Roads Home.”", False),
        ("Bell published “Salt Roads!”", True),
        ("Bell published “a long account of it all.”", False),
    ],
)
def test_a_title_of_a_work_is_nobodys_words(text: str, expected: bool) -> None:
    parts = analysis(text)
    (quotation,) = parts.quotations
    assert is_title(quotation, parts.sentences[quotation.sentence]) is expected


def resolved(text: str, source: str) -> Entity | None:
    parts = analysis(text)
    found = [m for s in parts.sentences for m in s.mentions if text[m.start : m.end] == source]
    speaking = {
        id(m) for s in parts.sentences for m in s.mentions if s.tokens[min(m.stop, len(s.tokens) - 1)].lower == "said"
    }
    resolver = Resolver(parts, speaking, load_model().person)
    for mention in [m for s in parts.sentences for m in s.mentions if id(m) in speaking and m.start < found[-1].start]:
        resolver.resolve(mention)
    answer = resolver.resolve(found[-1])
    return answer.entity if answer else None


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Mary Hale met Robert Bell. She said no.", "She", "Mary Hale"),
        ("Mary Hale met Robert Bell. He said no.", "He", "Robert Bell"),
        ("Mary Hale said no.\n\nThen she said yes.", "she", "Mary Hale"),
        ("Mary Hale said no.\n\nOutside stood Susan Bell, 40. Then she said yes.", "she", "Susan Bell"),
        ("Mary Hale’s brother Robert Bell came. She said no.", "She", "Mary Hale"),
        ("Mayor Mary Hale came. The mayor said no.", "The mayor", "Mary Hale"),
        ("The mayor said no. Mayor Mary Hale was tired.", "The mayor", "Mary Hale"),
        ("Mary Hale, the new superintendent, came. The new superintendent said no.", "The new superintendent",
         "Mary Hale"),
        ("Mary Hale, a council member, who said no.", "who", "Mary Hale"),
        ("Mary Hale, chair of the Harbor Commission, who said no.", "who", "Mary Hale"),
        ("Mary Hale of the Harbor Commission, who said no.", "who", "Mary Hale"),
        ("The Quill Lake Water Authority met. The water authority said no.", "The water authority",
         "Quill Lake Water Authority"),
        ("His mother, Mary Hale, came. Robert Bell left. The mother said no.", "The mother", "Mary Hale"),
        ("Mary Hale, 61, came. Robert Bell, 34, left. The 61-year-old clerk said no.", "The 61-year-old clerk",
         "Mary Hale"),
        ("Robert Bell left. Mary Hale remembers the visit. The sixth grader said no.", "The sixth grader",
         "Mary Hale"),
        ("Robert Bell left. Mary Hale met Ann Roy. The sixth grader said no.", "The sixth grader", None),
        ("Mary Hale remembers the visit. The spokesman said no.", "The spokesman", None),
        ("Few have heard of Mary Hale. The old drummer said no.", "The old drummer", "Mary Hale"),
        ("Mary Hale, the chair’s sister, came with Robert Bell, chair of the board. The chair said no.", "The chair",
         "Robert Bell"),
        ("Deputy Mayor Robert Bell came with Mayor Mary Hale. Then Deputy Mayor Bell left. The mayor said no.",
         "The mayor", "Mary Hale"),
        ("District Attorney Robert Bell came. His lawyer, Mary Hale, left. Bell stayed. The lawyer said no.",
         "The lawyer", "Mary Hale"),
        ("Tarn Energy, which runs the line, closed. The company said no.", "The company", "Tarn Energy"),
        ("Tarn Energy closed on Monday. The Federal Line Administration met. The company said no.", "The company",
         "Tarn Energy"),
        ("The Quill Lodging Alliance met. The alliance said no.", "The alliance", "Quill Lodging Alliance"),
        ("A spokesman came. A spokesman said no.", "A spokesman", None),
        ("Mary Hale came. Officials said no.", "Officials", None),
        ("Robert Bell came. She said no.", "She", None),
        ("Robert Bell came. The mayor said no.", "The mayor", None),
        ("They said no.", "They", None),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, source: str, name: str | None) -> None:
    entity = resolved(text, source)
    assert (entity.name if entity else None) == name


def test_confidence_grows_with_the_margins() -> None:
    entity = analysis("Mary Hale came.").entities[0]
    by_name, by_pronoun = Resolved(entity, 1.0), Resolved(entity, 5.0, "pronoun")
    assert confidence(None, 50.0) == 0.0
    assert confidence(by_name, 0.0) < SURE_FROM <= confidence(by_name, 20.0) <= 1.0
    assert confidence(Resolved(entity, 1.0, "pronoun"), 20.0) < SURE_FROM
    assert confidence(by_pronoun, 20.0) < confidence(Resolved(entity, 9.0, "pronoun"), 20.0)


def colon(headline: str, body: str = "Mayor Steve Adler came. Adler left.") -> Mention | None:
    text = f"{headline}\n\n{body}"
    parts = analyse(text, MODEL.usual, has_headline=True)
    found = read_colon([s for s in parts.sentences if s.paragraph == 0])
    return found.source if found else None


def test_a_headline_colon_needs_somebody_who_is_in_the_story() -> None:
    source = colon("Adler: Raids make city less safe")
    assert source is not None
    assert source.entity is not None
    assert source.entity.name == "Steve Adler"
    assert colon("Opinion: Raids make city less safe") is None
    assert colon("Adler: No") is None
    assert colon("Adler: Using maps to help readers") is None
    assert colon("Adler: Using maps was a mistake") is not None
    assert colon("At 10:30, Adler: Raids make city less safe") is None
    assert colon("The Latest: Adler leaves the hall", "The Latest on the raids came. The Latest left.") is None
    assert colon("Adler and Bell: A tortured friendship") is None


def test_people_without_a_name_speak_in_a_headline() -> None:
    for headline in ("Police: Man shot twice", "Ellery police: Man shot twice", "Sheriff: Man shot twice"):
        source = colon(headline)
        assert source is not None
        assert (source.kind, source.entity) == ("noun", None)
    assert colon("Weather: Rain for two days") is None
