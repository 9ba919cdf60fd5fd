"""Who is one speaker across the archive, and who is not: cases, and traps."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from search.identity import identify
from search.speakers.records import Record
from search.speakers.table import SpeakerRule, SpeakerTable
from tests.search.speakers.records import body, heard, identified, record, told


def test_a_chief_by_his_last_name_is_the_one_whose_full_name_the_outlet_has_printed() -> None:
    records = [
        record("a", heard("Brian Manley", "Interim Police Chief"), home="kxan", day="2017-02-10"),
        record("b", heard("Manley", "Chief"), home="kxan", day="2017-06-10"),
    ]
    directory, found = identified(records)
    assert [who.id for who in found["b"]] == ["brian-manley"]
    assert found["b"][0].why == (
        "Chief Manley ← Interim Police Chief Brian Manley in kxan, 2017-02-10; nobody else there fits"
    )
    (entry,) = directory.called("manley")
    assert (entry.name, entry.names, entry.articles) == ("Brian Manley", ("Brian Manley", "Manley"), 2)


def test_a_last_name_stays_with_its_article_where_anything_is_missing() -> None:
    full = record("a", heard("Brian Manley", "Interim Police Chief"), home="kxan", day="2017-02-10")
    others = {
        "no role": record("b", heard("Manley"), home="kxan", day="2017-03-01"),
        "another role": record("b", heard("Manley", "Judge"), home="kxan", day="2017-03-01"),
        "a role of many": record("b", heard("Manley", "officer"), home="kxan", day="2017-03-01"),
        "another outlet": record("b", heard("Manley", "Chief"), home="gazette", day="2017-03-01"),
        "another time": record("b", heard("Manley", "Chief"), home="kxan", day="2022-03-01"),
        "no time": record("b", heard("Manley", "Chief"), home="kxan", day=None),
    }
    for reason, other in others.items():
        assert told([full, other])["b"] == ["manley.b"], reason


def test_a_last_name_that_fits_two_is_joined_with_neither() -> None:
    records = [
        record("a", heard("Brian Manley", "Police Chief")),
        record("b", heard("Ann Manley", "Fire Chief")),
        record("c", heard("Manley", "Chief")),
        record("d", heard("Manley", "Fire Chief")),
    ]
    assert told(records)["c"] == ["manley.c"]
    assert told(records)["d"] == ["ann-manley"]


def test_a_slip_neither_takes_a_last_name_nor_keeps_it_from_its_owner() -> None:
    owner = [record(f"a{at}", heard("Brian Manley", "Chief"), day="2017-02-10") for at in range(5)]
    slip = record("b", heard("Roy Manley", "Chief"), day="2019-02-10")
    lone = heard("Manley", "Chief")
    records = [*owner, slip, record("c", lone, day="2017-05-01"), record("d", lone, day="2019-03-01")]
    ids = told(records)
    assert ids["c"] == ["brian-manley"]
    assert ids["d"] == ["manley.d"]


def test_the_mayor_of_one_town_and_the_sheriff_of_another_are_two() -> None:
    records = [
        record("a", heard("John Smith", "Harrow Mayor"), home="weekly", day="2019-03-01"),
        record("b", heard("John Smith", "Travis County Sheriff"), home="kxan", day="2019-04-01"),
        record("c", heard("John Smith"), home="kxan", day="2019-05-01"),
    ]
    directory, found = identified(records)
    assert [found[id][0].id for id in "abc"] == [
        "john-smith.harrow-mayor",
        "john-smith.travis-county-sheriff",
        "john-smith.travis-county-sheriff",
    ]
    assert len(directory.called("john-smith")) == 2


def test_two_offices_in_one_outlet_at_one_time_are_two_persons_and_what_is_unclear_stays_so() -> None:
    records = [
        record("a", heard("John Smith", "Harrow Mayor"), day="2019-01-01"),
        record("b", heard("John Smith", "Harrow Mayor"), day="2019-05-01"),
        record("c", heard("John Smith", "Travis County Sheriff"), day="2019-02-01"),
        record("d", heard("John Smith", "Travis County Sheriff"), day="2019-06-01"),
        record("e", heard("John Smith"), day="2019-03-01"),
        record("f", heard("John Smith", "Mayor"), day="2019-03-01"),
    ]
    ids = told(records)
    assert ids["a"] == ids["b"] == ids["f"] == ["john-smith.harrow-mayor"]
    assert ids["c"] == ids["d"] == ["john-smith.travis-county-sheriff"]
    assert ids["e"] == ["john-smith.e"]


def test_a_title_that_changes_over_time_is_one_person() -> None:
    records = [
        record("a", heard("Celia Marchetti", "Port Ellery Mayor"), home="ledger", day="2020-04-09"),
        record("b", heard("Celia Marchetti", "mayor of Port Ellery"), home="ledger", day="2022-09-18"),
        record("c", heard("Celia Marchetti", "Rep."), home="ledger", day="2023-03-03"),
        record("d", heard("Celia Marchetti", "Rep."), home="channel-6", day="2023-04-19"),
    ]
    directory, _ = identified(records)
    assert list(directory.entries) == ["celia-marchetti"]
    roles = [(held.role, held.first, held.last, held.count) for held in directory.entries["celia-marchetti"].roles]
    assert roles == [
        ("Port Ellery Mayor", "2020-04-09", "2020-04-09", 1),
        ("mayor of Port Ellery", "2022-09-18", "2022-09-18", 1),
        ("Rep.", "2023-03-03", "2023-04-19", 2),
    ]


def test_people_of_no_office_in_outlets_far_apart_are_two_and_in_one_area_one() -> None:
    far = [
        record("a", heard("Maria Garcia", "nurse"), home="kings"),
        record("b", heard("Maria Garcia", "baker"), home="orange"),
    ]
    near = [
        record("a", heard("Maria Garcia", "nurse"), home="ledger", place="Harrow"),
        record("b", heard("Maria Garcia", "baker"), home="weekly", place="Harrow"),
    ]
    assert told(far) == {"a": ["maria-garcia.nurse"], "b": ["maria-garcia.baker"]}
    assert told(near) == {"a": ["maria-garcia"], "b": ["maria-garcia"]}


def test_who_is_known_in_three_outlets_is_meant_in_a_fourth() -> None:
    known = [record(home, heard("Ann Hale", "Governor"), home=home) for home in ("north", "south", "west")]
    assert told([*known, record("x", heard("Ann Hale"), home="east")])["x"] == ["ann-hale"]


def test_nicknames_and_initials_are_joined_where_role_and_outlet_say_so() -> None:
    records = [
        record("a", heard("Robert Kessler", "fire marshal")),
        record("b", heard("Bob Kessler", "Fire Marshal")),
        record("c", heard("Mary T. Ruiz", "Superintendent")),
        record("d", heard("Mary Ruiz", "superintendent")),
    ]
    directory, found = identified(records)
    assert found["a"][0].id == found["b"][0].id
    assert found["c"][0].id == found["d"][0].id
    assert {entry.id for entry in directory.called("bob-kessler")} == {found["a"][0].id}
    assert any("“Bob Kessler”" in who[0].why and "Fire Marshal" in who[0].why for who in found.values())


def test_nicknames_are_two_persons_where_roles_conflict_or_nothing_is_known() -> None:
    for role, other in (("baker", "judge"), (None, None), ("baker", None)):
        records = [record("a", heard("Robert Kessler", role)), record("b", heard("Bob Kessler", other))]
        assert told(records) == {"a": ["robert-kessler"], "b": ["bob-kessler"]}, (role, other)


def test_initials_are_whose_name_begins_so_where_role_and_outlet_say_so() -> None:
    clerk = record("a", heard("John T. Hale", "County Clerk"))
    for name in ("J. T. Hale", "J.T. Hale", "JT Hale", "J. Hale"):
        assert set(told([clerk, record("b", heard(name, "Clerk"))])["b"]) == {"john-t-hale"}, name
    for name, role, home in (
        ("J. L. Hale", "Clerk", "ledger"),
        ("J. Hale", "Mayor", "ledger"),
        ("J. Hale", None, "ledger"),
        ("J. Hale", "Clerk", "gazette"),
    ):
        assert "john-t-hale" not in told([clerk, record("b", heard(name, role), home=home)])["b"], (name, role, home)
    officers = [record("a", heard("John Hale", "officer")), record("b", heard("J. Hale", "officer"))]
    assert told(officers) == {"a": ["john-hale"], "b": ["j-hale"]}


def test_initials_that_fit_two_are_neither() -> None:
    records = [
        record("a", heard("John Hale", "Clerk")),
        record("b", heard("Jane Hale", "Clerk")),
        record("c", heard("J. Hale", "Clerk")),
    ]
    assert told(records) == {"a": ["john-hale"], "b": ["jane-hale"], "c": ["j-hale"]}


def test_a_name_taken_in_marriage_is_joined_where_role_and_outlet_say_so() -> None:
    names = ("Ann Ruiz", "Ann Ruiz-Pell", "Ann Pell")
    one = [record(name, heard(name, "Planning Commissioner")) for name in names]
    directory, found = identified(one)
    assert {who[0].id for who in found.values()} == {"ann-ruiz-pell"}
    assert {entry.id for name in ("ann-ruiz", "ann-pell") for entry in directory.called(name)} == {"ann-ruiz-pell"}
    for role, home in ((None, "ledger"), ("nurse", "ledger"), ("Planning Commissioner", "gazette")):
        records = [one[0], record("b", heard("Ann Ruiz-Pell", role), home=home)]
        assert told(records) == {"Ann Ruiz": ["ann-ruiz"], "b": ["ann-ruiz-pell"]}, (role, home)
    two = [one[0], *(record(name, heard(name, "Planning Commissioner")) for name in ("Ann Ruiz-Pell", "Ann Ruiz-Cole"))]
    assert len({id for found in told(two).values() for id in found}) == 3


def test_a_hyphen_in_a_name_is_no_other_name() -> None:
    records = [
        record("a", heard("Mary O’Hara-Jones", "State Rep.")),
        record("b", heard("Mary O'Hara Jones", "Rep.")),
        record("c", heard("O’Hara-Jones", "Rep.")),
    ]
    assert {id for found in told(records).values() for id in found} == {"mary-ohara-jones"}


def test_letters_with_a_stroke_are_the_plain_ones() -> None:
    records = [record("a", heard("Łucja Sørby", "Mayor")), record("b", heard("Lucja Sorby", "Mayor"))]
    directory, found = identified(records)
    assert {who[0].id for who in found.values()} == {"lucja-sorby"}
    assert directory.entries["lucja-sorby"].name == "Łucja Sørby"


def test_a_former_chief_is_who_was_chief_before() -> None:
    chief = record("a", heard("Ann Manley", "Police Chief"), day="2017-02-10")
    for role, day, id in (
        ("Former Chief", "2024-03-01", "ann-manley"),
        ("ex-chief", "2024-03-01", "manley.b"),
        ("Chief", "2024-03-01", "manley.b"),
        ("Former Chief", "2016-03-01", "manley.b"),
        ("Former Judge", "2024-03-01", "manley.b"),
    ):
        assert told([chief, record("b", heard("Manley", role), day=day)])["b"] == [id], (role, day)


def test_a_role_in_other_capitals_stands_once() -> None:
    records = [
        record("a", heard("Ann Pell", "Council Member"), day="2019-01-01"),
        record("b", heard("Ann Pell", "council member"), day="2020-01-01"),
        record("c", heard("Ann Pell", "Council member"), day="2021-01-01"),
        record("d", heard("Ann Pell", "Mayor"), day="2022-01-01"),
        record("e", heard("Ann Pell", "mayor"), day="2023-01-01"),
        record("f", heard("Ann Pell", "Mayor"), day="2024-01-01"),
    ]
    (entry,) = identified(records)[0].called("ann-pell")
    assert [(held.role, held.first, held.last, held.count) for held in entry.roles] == [
        ("council member", "2019-01-01", "2021-01-01", 3),
        ("Mayor", "2022-01-01", "2024-01-01", 3),
    ]


def test_father_and_son_are_two_and_the_name_without_a_suffix_is_neither() -> None:
    records = [
        record("a", heard("John Smith Sr.", "owner of the mill")),
        record("b", heard("John Smith Jr.", "manager of the mill")),
        record("c", heard("John Smith")),
    ]
    assert told(records) == {"a": ["john-smith-sr"], "b": ["john-smith-jr"], "c": ["john-smith"]}


def test_a_typing_error_is_another_name() -> None:
    records = [
        record("a", heard("Brian Manley", "Police Chief")),
        record("b", heard("Brian Manly", "Police Chief")),
    ]
    assert told(records) == {"a": ["brian-manley"], "b": ["brian-manly"]}


def test_an_acronym_is_what_another_article_spells_it_out_as() -> None:
    records = [
        record("a", spelt=(("ICE", "Immigration and Customs Enforcement"),), home="kxan"),
        record("b", body("ICE"), home="kxan"),
        record("c", body("Immigration and Customs Enforcement"), home="gazette"),
        record("d", body("I.C.E."), home="gazette"),
    ]
    directory, found = identified(records)
    assert {who[0].id for who in found.values() if who} == {"immigration-and-customs-enforcement"}
    assert found["b"][0].why == "ICE ← Immigration and Customs Enforcement (ICE), as kxan prints it"
    (entry,) = directory.called("ice")
    assert entry.name == "Immigration and Customs Enforcement"


def test_an_acronym_of_an_office_that_is_called_after_who_holds_it_is_the_office() -> None:
    records = [
        record("a", body("Rill County District Attorney’s Office"), home="rill"),
        record("b", body("RCDA"), spelt=(("RCDA", "Rill County District Attorney"),), home="rill"),
        record("c", body("RCDA"), home="rill"),
        record("d", body("RCDA"), spelt=(("RCDA", "Rill County District Attorney"),), home="lund"),
    ]
    assert told(records) == {
        **{key: ["rill-county-district-attorneys-office"] for key in "abc"},
        "d": ["rill-county-district-attorney"],
    }


def test_a_federal_body_is_one_with_and_without_its_country() -> None:
    records = [
        record("a", spelt=(("ICE", "Immigration and Customs Enforcement"),)),
        record("b", body("U.S. Immigration and Customs Enforcement"), home="gazette"),
        record("c", body("U.S. Rill Company")),
        record("d", body("Rill Company")),
    ]
    _, found = identified(records)
    assert [found[id][0].id for id in "bcd"] == [
        *("immigration-and-customs-enforcement", "us-rill-company", "rill-company"),
    ]
    assert found["b"][0].why == "ICE is spelt out without the country"


def test_an_acronym_of_two_names_is_read_by_its_outlet_and_time_or_not_at_all() -> None:
    records = [
        record("a", spelt=(("CPD", "Corbin Police Department"),), home="corbin"),
        record("b", spelt=(("CPD", "Cypress Police Department"),), home="cypress", day="2010-01-01"),
        record("c", spelt=(("CPD", "Canal Planning Division"),), home="cypress", day="2020-01-01"),
        record("d", body("CPD"), home="corbin"),
        record("e", body("CPD"), home="cypress", day="2010-02-01"),
        record("f", body("CPD"), home="cypress", day="2015-02-01"),
        record("g", body("CPD"), home="elsewhere"),
    ]
    assert told(records) == {
        **{id: [] for id in "abc"},
        "d": ["corbin-police-department"],
        "e": ["cypress-police-department"],
        "f": ["cpd.cypress"],
        "g": ["cpd.elsewhere"],
    }


def test_a_company_and_a_person_of_one_name_are_two() -> None:
    records = [record("a", heard("Jack Harlan", "brewer")), record("b", body("Jack Harlan"))]
    directory, found = identified(records)
    assert found["a"][0].id == "jack-harlan.brewer"
    assert found["b"][0].id == "jack-harlan.organisation"
    assert [entry.type for entry in directory.called("jack-harlan")] == ["person", "organisation"]


def test_a_single_story_that_takes_a_person_for_a_body_is_a_slip_and_the_other_way_round() -> None:
    records = [record(f"a{at}", heard("Wren Okabe", "director"), body("Grain Lines")) for at in range(5)]
    directory, found = identified([*records, record("b", body("Wren Okabe"), heard("Grain Lines"))])
    assert [who.id for who in found["b"]] == ["wren-okabe", "grain-lines"]
    assert found["b"][0].why == "a person in 5 other stories"
    assert [(entry.id, entry.type) for entry in directory.entries.values()] == [
        ("grain-lines", "organisation"),
        ("wren-okabe", "person"),
    ]


def test_a_body_whose_name_says_no_place_is_another_in_each_outlet() -> None:
    records = [
        record("a", body("Sheriff’s Office"), home="kings"),
        record("b", body("the Sheriff's Office"), home="orange"),
        record("c", body("Ellery County Sheriff’s Office"), home="kings"),
    ]
    assert told(records) == {
        "a": ["sheriffs-office.kings"],
        "b": ["sheriffs-office.orange"],
        "c": ["ellery-county-sheriffs-office"],
    }
    assert told(records[:1]) == {"a": ["sheriffs-office"]}


_NAMES = ("John Smith", "John Smith Jr.", "Bob Kessler", "Robert Kessler", "Mary T. Ruiz", "Mary Ruiz", "Smith", "Ruiz")
_ROLES = (None, "Mayor", "Harrow Mayor", "Travis County Sheriff", "Chief", "baker")
_PERSONS = st.builds(heard, st.sampled_from(_NAMES), st.sampled_from(_ROLES))
_BODIES = st.builds(body, st.sampled_from(("ICE", "CPD", "Police Department", "Corbin Police Department")))
_SPELT = (("CPD", "Corbin Police Department"), ("CPD", "Canal Police Department"))
_RECORDS = st.lists(
    st.builds(
        lambda speakers, home, day, place, spelt: (tuple(speakers), home, day, place, tuple(spelt)),
        st.lists(_PERSONS | _BODIES, max_size=3, unique_by=lambda one: one.speaker.id),
        st.sampled_from(("ledger", "kxan", "weekly", "")),
        st.sampled_from((None, "2019-01-01", "2019-06-01", "2024-01-01")),
        st.sampled_from(("", "Harrow", "Austin")),
        st.lists(st.sampled_from(_SPELT), max_size=1),
    ),
    max_size=12,
)


@settings(max_examples=150, deadline=None)
@given(_RECORDS, st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_nothing(rows: list[tuple], random: object) -> None:  # type: ignore[type-arg]
    records = [Record(f"a{at}", day, home, place, who, spelt) for at, (who, home, day, place, spelt) in enumerate(rows)]
    shuffled = list(records)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    directory, found = identified(records)
    again, found_again = identified(shuffled)
    assert dict(directory.entries) == dict(again.entries)
    assert found == found_again


@settings(max_examples=100, deadline=None)
@given(_RECORDS)
def test_every_speaker_has_an_entry_that_its_name_and_its_id_mean(rows: list[tuple]) -> None:  # type: ignore[type-arg]
    records = [Record(f"a{at}", day, home, place, who, spelt) for at, (who, home, day, place, spelt) in enumerate(rows)]
    directory, found = identified(records)
    said = 0
    for one in records:
        for speaker, who in zip(one.speakers, found[one.article_id], strict=True):
            said += speaker.statements
            entry = directory.entries[who.id]
            assert entry in directory.called(speaker.speaker.id)
            assert speaker.speaker.name in entry.names
    assert sum(entry.statements for entry in directory.entries.values()) == said
    assert identify(lambda: records).entries == directory.entries


def test_a_party_is_no_role_that_parts_a_senator_from_himself() -> None:
    records = [
        record("a", heard("Rory Hale", "Sen."), home="kxan", day="2017-02-10"),
        record("b", heard("Rory Hale", "Republican"), home="gazette", day="2017-06-10"),
    ]
    _, found = identified(records)
    assert [who.id for who in found["a"] + found["b"]] == ["rory-hale", "rory-hale"]


def test_a_senator_is_one_in_an_outlet_whatever_word_stands_before_the_title() -> None:
    records = [
        *(record(f"a{at}", heard("Hugo Lund", "Fenwick Senator")) for at in range(3)),
        *(record(f"b{at}", heard("Hugo Lund", "Recently Sen.")) for at in range(2)),
        record("c", heard("Hugo Lund", "Senate Veterans Affairs Chairman"), home="gazette"),
    ]
    assert {who for found in told(records).values() for who in found} == {"hugo-lund"}


def test_a_body_called_like_who_has_the_office_is_the_office() -> None:
    office, holder, cut = (f"Travis County {name}" for name in ("Sheriff’s Office", "Sheriff", "Sheriff’s"))
    records = [record("a", body(office)), record("b", body(holder)), record("c", body(cut))]
    _, found = identified(records)
    assert {who.id for people in found.values() for who in people} == {"travis-county-sheriffs-office"}
    assert found["b"][0].why == "ledger prints the name of the office, too"
    assert told([record("b", body(holder))])["b"] == ["travis-county-sheriff"]
    assert told([record("a", body(office)), record("b", body(holder), home="gazette")])["b"] == [
        "travis-county-sheriff"
    ]


def test_what_the_table_says_of_nobody_and_of_nothing_is_told() -> None:
    rules = [
        SpeakerRule("ann-manley", "line 1", also=("anne-manley", "annie-manley"), outlets=("ledger", "gazette")),
        SpeakerRule("roy-ford", "line 2", path=re.compile("ledger/.*")),
        SpeakerRule("nobody-here", "line 3", path=re.compile("gazette/.*")),
    ]
    records = [
        record("a", heard("Ann Manley"), heard("Anne Manley"), path="ledger/a.txt"),
        record("b", heard("Roy Ford"), path="ledger/b.txt"),
    ]
    assert identify(lambda: records, SpeakerTable.of(rules)).unmatched == (
        "line 1: nobody in the archive is called “annie-manley”",
        "line 1: the archive has no outlet “gazette”",
        "line 3: nobody in the archive is “nobody-here”",
        "line 3: no file of the archive has such a path",
    )


def test_an_office_printed_with_another_place_once_in_a_while_is_no_second_person() -> None:
    own = [
        record(f"a{at}", heard("Ann Roy", "Ellery County Sheriff"), day=f"2020-0{at % 8 + 1}-01") for at in range(40)
    ]
    slips = [record(f"b{at}", heard("Ann Roy", "Oregon Sheriff"), day="2020-05-01") for at in range(2)]
    plain = record("c", heard("Ann Roy", "Sheriff"), day="2020-06-01")
    assert {id for ids in told([*own, *slips, plain]).values() for id in ids} == {"ann-roy"}
    assert len({id for ids in told([*own[:30], *slips, plain]).values() for id in ids}) > 1


def test_a_manager_called_like_a_senator_whom_all_know_is_somebody_else() -> None:
    known = [record(home, heard("Ann Roy", "Sen."), home=home) for home in ("ledger", "gazette", "weekly")]
    manager = record("b", heard("Ann Roy", "Sewer Manager for Corbin Township"), home="courier")
    plain = record("c", heard("Ann Roy"), home="mirror")
    ids = told([*known, manager, plain])
    assert ids["b"] != ids["ledger"]
    assert ids["c"] == ids["ledger"]


def test_two_spellings_of_one_name_with_and_without_a_hyphen_are_one_person() -> None:
    records = [record("a", heard("Nuri Al Roy", "Minister")), record("b", heard("Nuri al-Roy", "Minister"))]
    ids = told(records)
    assert ids["a"] == ids["b"]
