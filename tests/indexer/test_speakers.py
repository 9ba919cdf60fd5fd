"""``speakers.toml``: read, checked for contradictions, and applied at every build."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from indexer.speakers import load_speakers
from search.speakers.table import SpeakerTable
from tests.search.speakers.records import body, heard, identified, record, told


def table(folder: Path, text: str) -> SpeakerTable:
    (folder / "speakers.toml").write_text(text, encoding="utf-8")
    return load_speakers([folder])


def test_names_are_merged_and_the_speaker_renamed_and_retyped(tmp_path: Path) -> None:
    rules = table(
        tmp_path,
        """
        [robert-kessler]
        name = "Robert “Bob” Kessler"
        also = ["Bob Kessler", "Kessler"]

        [jack-harlan]
        type = "organisation"
        """,
    )
    records = [
        record("a", heard("Robert Kessler", "baker")),
        record("b", heard("Bob Kessler", "judge")),
        record("c", heard("Kessler")),
        record("d", heard("Jack Harlan")),
    ]
    directory, found = identified(records, rules)
    assert [found[id][0].id for id in "abc"] == ["robert-kessler"] * 3
    assert found["b"][0].why == "speakers.toml"
    assert directory.entries["robert-kessler"].name == "Robert “Bob” Kessler"
    assert directory.entries["jack-harlan"].type == "organisation"
    assert directory.unmatched == ()


def test_a_name_is_split_by_outlet_by_days_and_by_files(tmp_path: Path) -> None:
    text = """
        ["ann-hale.clerk"]
        name = "Ann Hale, clerk"
        outlet = "The Weekly"

        ["ann-hale.elder"]
        to = 1950

        ["ann-hale.letters"]
        path = "letters/**"
        outlet = "gazette"
        """
    records = [
        record("a", heard("Ann Hale"), home="the-weekly", day="2001-01-01"),
        record("b", heard("Ann Hale"), home="ledger", day="1949-12-31"),
        record("c", heard("Ann Hale"), home="gazette", path="letters/2001/x.txt", day="2001-01-01"),
        record("d", heard("Ann Hale"), home="gazette", path="news/x.txt", day="2001-01-01"),
    ]
    with pytest.raises(ValueError, match=r"“ann-hale” is “ann-hale.clerk” by .*line 2 .* by .*line 6"):
        table(tmp_path, text)
    rules = table(tmp_path, text.replace("to = 1950", 'to = 1950\noutlet = "Ledger"'))
    assert told(records, rules) == {
        "a": ["ann-hale.clerk"],
        "b": ["ann-hale.elder"],
        "c": ["ann-hale.letters"],
        "d": ["ann-hale.gazette"],
    }


def test_a_speaker_told_apart_can_be_merged_by_its_id(tmp_path: Path) -> None:
    records = [
        record("a", heard("John Smith", "Harrow Mayor"), home="weekly"),
        record("b", heard("John Smith", "Travis County Sheriff"), home="kxan"),
        record("c", heard("Pell")),
    ]
    rules = table(
        tmp_path, '[john-smith]\nalso = ["john-smith.harrow-mayor", "john-smith.travis-county-sheriff", "pell.c"]'
    )
    assert told(records, rules) == {"a": ["john-smith"], "b": ["john-smith"], "c": ["john-smith"]}


def test_what_met_nobody_is_said(tmp_path: Path) -> None:
    rules = table(tmp_path, '[nobody-here]\nname = "Nobody"\n\n[ann-hale]\nalso = ["Annie Hale"]\n')
    directory, _ = identified([record("a", heard("Ann Hale")), record("b", body("Corbin Police"))], rules)
    note, other = directory.unmatched
    assert note.endswith("speakers.toml, line 1 [nobody-here]: nobody in the archive is “nobody-here”")
    assert other.endswith("speakers.toml, line 4 [ann-hale]: nobody in the archive is called “annie-hale”")


def test_an_id_told_apart_that_is_nobodys_any_more_is_said(tmp_path: Path) -> None:
    rules = table(tmp_path, '[ann-hale]\nalso = ["hale.b", "hale.c"]\n')
    directory, _ = identified([record("a", heard("Ann Hale")), record("b", heard("Hale"))], rules)
    (note,) = directory.unmatched
    assert note.endswith("line 1 [ann-hale]: nobody in the archive would be “hale.c”")


def test_a_table_that_begins_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    assert table(tmp_path, '\ufeff[ann-hale]\nname = "Ann   Hale"').rules[0].name == "Ann Hale"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[Bob Kessler]\nname = 'x'", "Expected"),
        ('["Bob Kessler"]\nname = "x"', 'is no id of a speaker; write \\["bob-kessler"\\]'),
        ("[bob-kessler]", "says nothing of the speaker"),
        ('[bob-kessler]\nnames = "x"', "line 1 .* has “names”, which is none of name, type"),
        ('[john-smith.harrow]\nname = "x"', 'because of the dot, write \\["john-smith.harrow"\\]'),
        ('["bob-kessler."]\nname = "x"', 'is no id of a speaker; write \\["bob-kessler"\\]'),
        ('["bob-kessler..mayor"]\nname = "x"', 'is no id of a speaker; write \\["bob-kessler.mayor"\\]'),
        ('[bob-kessler]\ntype = "robot"', "has the type “robot”; it is person, organisation or group"),
        ('[bob-kessler]\nname = ""', "has no text for “name”"),
        ("[bob-kessler]\nalso = [3]", "has no name, and no list of names, for “also”"),
        ('[bob-kessler]\nfrom = "spring"', "has a day for “from” that cannot be one, “spring”"),
        ('[bob-kessler]\nfrom = "2017-13"', "has a day for “from” that cannot be one, “2017-13”"),
        ("[bob-kessler]\nfrom = 2018-01-01\nto = 2017-01-01", "line 1 .* ends before it begins"),
        ('[a-b]\nalso = ["C D"]\n[e-f]\nalso = ["C D"]', "“c-d” is “a-b” by .*line 1.* and “e-f” by .*line 3"),
        ('[a-b]\nalso = ["E F"]\n[e-f]\nname = "x"', "line 1 .* makes “e-f” one with “a-b”; .*line 3"),
        ('[a-b]\nalso = ["x-y.z"]\n[e-f]\nalso = ["x-y.z"]', "“x-y.z” is “a-b” by .* and “e-f” by"),
    ],
)
def test_what_nobody_can_mean_is_refused_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        table(tmp_path, text)


def test_the_digest_changes_with_the_table_and_only_with_it(tmp_path: Path) -> None:
    empty = load_speakers([tmp_path]).digest
    first = table(tmp_path, '[ann-hale]\nalso = ["A. Hale"]').digest
    again = table(tmp_path, '[ann-hale]\nalso = ["A. Hale"]').digest
    other = table(tmp_path, '[ann-hale]\nalso = ["Anna Hale"]').digest
    (tmp_path / "elsewhere").mkdir()
    moved = table(tmp_path / "elsewhere", '# Who is who.\n\n[ann-hale]\nalso = ["A. Hale"]').digest
    assert empty == ""
    assert first == again == moved != other
    assert json.loads(json.dumps(first)) == first
