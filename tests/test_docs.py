"""The papers against the program: options, parameters, settings and keys are told, and links lead somewhere."""

from __future__ import annotations

import fnmatch
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import click
import pytest

import indexer.cli
import search.cli
from indexer.date_clues import CONFIDENCE
from search import wire
from search.backends.memory import MemoryIndex
from search.backends.opening import open_writer
from search.backends.whoosh.packed import Packed
from search.builds import BuildReport, SkippedFile
from search.documents import Article, Cue, Dateline, Source, Span, Version
from search.errors import BadParameter
from search.fields import SCHEMA_VERSION
from search.query.build import build_query
from search.query.dates import DateRange
from search.query.expand import ALL_FORMS, MAX_FORMS
from search.query.params import PARAMETERS, from_params
from search.query.parse import (
    FIELDS,
    MAX_CHARACTERS,
    MAX_DEPTH,
    MAX_NEAR,
    MAX_WORDS,
    MIN_PREFIX,
    parse_query,
)
from search.query.query_strings import to_query_string
from search.query.request import SearchRequest
from search.service import SearchService
from search.settings import PREFIX, SETTINGS, Settings
from tests import builders
from tests.corpus_facts import all_facts
from tests.test_architecture import HOMES, LAYERS
from webui.app import create_app

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAPERS = sorted((*ROOT.glob("*.md"), *DOCS.rglob("*.md"), ROOT / "index" / "README.md", ROOT / "corpus" / "README.md"))
RULED = ("search", "search/backends/whoosh", "indexer", "indexer/attribution", "webui")


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def section(text: str, heading: str) -> str:
    """The part of a page below a heading, as far as the next one of its rank."""
    rank = heading.partition(" ")[0]
    body = text.split(f"\n{heading}\n", 1)[1]
    return re.split(rf"\n#{{1,{len(rank)}}} ", body, maxsplit=1)[0]


def rows(text: str) -> list[list[str]]:
    """The cells of every table row."""
    return [
        [cell.strip() for cell in line.strip("|").split(" | ")]
        for line in text.splitlines()
        if line.startswith("| ") and not line.startswith("|---")
    ]


def quoted(text: str) -> set[str]:
    """What stands between back-quotes."""
    return set(re.findall(r"`([^`\n]+)`", text))


# -- links ----------------------------------------------------------------------------------------------------------


def anchors(path: Path) -> set[str]:
    """The anchors that a page's headings make, as GitHub makes them."""
    text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.S)
    headings = re.findall(r"^#+ (.+)$", text, re.M)
    return {
        re.sub(r"[^\w\- ]", "", re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", one)).lower().replace(" ", "-")
        for one in headings
    }


def links() -> Iterator[tuple[str, str]]:
    for paper in (*PAPERS, *(ROOT / folder / "README.md" for folder in RULED)):
        for target in re.findall(r"\]\(([^)\s]+)\)", paper.read_text(encoding="utf-8")):
            yield paper.relative_to(ROOT).as_posix(), target


LINKS = sorted(set(links()))


@pytest.mark.parametrize(("paper", "target"), [link for link in LINKS if "://" not in link[1]])
def test_a_link_leads_somewhere(paper: str, target: str) -> None:
    name, _, anchor = target.partition("#")
    found = (ROOT / paper).parent / name if name else ROOT / paper
    assert found.exists(), f"{paper} links to {target}"
    if anchor:
        assert anchor in anchors(found), f"{paper} links to {target}"


def test_every_page_of_the_docs_is_linked() -> None:
    linked = {((ROOT / paper).parent / target.partition("#")[0]).resolve() for paper, target in LINKS}
    assert {path for path in PAPERS if path.is_relative_to(DOCS)} <= linked


@pytest.mark.parametrize("folder", RULED)
def test_a_folder_says_in_four_lines_what_may_not_be_done_there(folder: str) -> None:
    title, empty, *rules = (ROOT / folder / "README.md").read_text(encoding="utf-8").splitlines()
    assert title == f"# {folder}/"
    assert not empty
    assert len(rules) == 4


# -- commands -------------------------------------------------------------------------------------------------------

COMMANDS: dict[str, click.Command] = {
    **{f"python -m indexer {name}": command for name, command in indexer.cli.cli.commands.items()},
    "python -m search": search.cli.cli,
}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_a_command_is_in_its_section(command: str) -> None:
    described = section(page("command-line.md"), f"## {command}")
    options = {name for param in COMMANDS[command].params for name in param.opts if name.startswith("--")}
    assert options
    found = set(re.findall(r"--[a-z][a-z-]*", "\n".join(row[0] for row in rows(described))))
    assert found == options


def test_every_exit_code_is_told() -> None:
    told = {int(row[0]) for row in rows(section(page("command-line.md"), "## Exit codes")) if row[0].isdigit()}
    codes = {value for name, value in vars(indexer.cli).items() if name.isupper() and isinstance(value, int)}
    assert told == codes | {2}


def targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))


def test_every_make_target_is_told() -> None:
    told = re.findall(r"`make ([a-z-]+)`", section(page("command-line.md"), "## make"))
    assert set(told) == targets()


def shown_commands() -> Iterator[tuple[str, str]]:
    """Commands in indented and fenced blocks, and between back-quotes."""
    for paper in PAPERS:
        for command in re.findall(r"(?:python -m [\w.]+(?: [a-z]+)?|(?<![\w.])make [a-z-]+)", code_of(paper)):
            yield paper.relative_to(ROOT).as_posix(), command


def code_of(paper: Path) -> str:
    text = paper.read_text(encoding="utf-8")
    fenced = re.findall(r"```\w*\n(.*?)```", text, re.S)
    indented = re.findall(r"^    .*$", text, re.M)
    return "\n".join([*fenced, *indented, *quoted(text)])


@pytest.mark.parametrize(("paper", "command"), sorted(set(shown_commands())))
def test_a_command_that_is_shown_exists(paper: str, command: str) -> None:
    if command.startswith("make "):
        assert command.removeprefix("make ") in targets()
        return
    module, _, word = command.removeprefix("python -m ").partition(" ")
    if module in ("json.tool", "venv"):
        return
    path = ROOT / module.replace(".", "/")
    assert (path / "__main__.py").is_file() or path.with_suffix(".py").is_file(), f"{paper} shows {command}"
    if module == "indexer" and word:
        assert word in indexer.cli.cli.commands, f"{paper} shows {command}"


# -- questions ------------------------------------------------------------------------------------------------------


def test_every_parameter_is_told_in_its_order() -> None:
    text = page("url-parameters.md")
    told = [re.match(r"\[`(\w+)`\]", row[0]) for row in rows(text.split("\n## ", 1)[0])]
    assert tuple(match[1] for match in told if match) == PARAMETERS


def test_every_address_of_the_site_is_told() -> None:
    site = create_app(Settings.from_environment({}), told_service())
    rules = {re.sub(r"<\w+:", "<", rule.rule) for rule in site.url_map.iter_rules() if rule.endpoint != "static"}
    assert quoted(section(page("url-parameters.md"), "## Addresses")) >= rules


def test_every_field_of_the_query_language_is_told() -> None:
    text = section(page("query-syntax.md"), "## Fields")
    assert {name.rstrip(":") for name in quoted("\n".join(row[0] for row in rows(text)))} == set(FIELDS)
    assert " | ".join(f'"{name}"' for name in FIELDS) in section(page("query-syntax.md"), "## Grammar")


def test_the_limits_are_told() -> None:
    limits = dict(row for row in rows(section(page("query-syntax.md"), "## Limits and refusals")) if len(row) == 2)
    assert limits["length of a query"] == f"{MAX_CHARACTERS} characters"
    assert limits["words"] == str(MAX_WORDS)
    assert limits["nesting of brackets and minuses"] == f"{MAX_DEPTH} deep"
    assert limits['distance in `"…"~n`'] == f"{MAX_NEAR} words"
    assert limits["letters before a star"] == str(MIN_PREFIX)
    assert limits["words that a star or tilde stands for"].startswith(f"{MAX_FORMS} ")
    assert limits["words that all stars and tildes of a search stand for"].startswith(f"{ALL_FORMS} ")


def example_queries() -> Iterator[str]:
    text = page("query-syntax.md").split("## Limits and refusals")[0]
    for row in rows(text):
        cells = row[:2] if row[0].startswith(("side by side", "`-", "`OR`", "brackets")) else row[:1]
        for query in quoted(" ".join(cells[-1:])):
            if not re.fullmatch(r"[a-z]+:|AND|OR", query):
                yield query


@pytest.mark.parametrize("query", sorted(set(example_queries())))
def test_an_example_query_is_understood(query: str) -> None:
    assert str(parse_query(query))


def refusals() -> Iterator[tuple[str, str]]:
    for typed, answer in (row for row in rows(page("query-syntax.md").split("| the answer |")[1]) if len(row) == 2):
        yield from ((f"q={query.replace('+', '%2B')}", answer) for query in re.findall(r"`([^`]+)`", typed))
    for address, answer in (row for row in rows(page("url-parameters.md").split("| the answer |")[1]) if len(row) == 2):
        yield address.strip("`").lstrip("?"), answer


@pytest.mark.parametrize(("address", "answer"), list(refusals()))
def test_a_refusal_says_what_its_page_says(address: str, answer: str) -> None:
    with pytest.raises(BadParameter) as refused:
        build_query(from_params(parse_qsl(address)))
    assert refused.value.message == answer


def test_the_spellings_that_end_at_one_address_do() -> None:
    text = section(page("url-parameters.md"), "## One address for one search")
    (address,) = re.findall(r"`/search\?([^`]+)`", text)
    spellings = re.findall(r"^    /search\?(\S+)$", text, re.M)
    assert len(spellings) >= 3
    assert {to_query_string(from_params(parse_qsl(spelling))) for spelling in spellings} == {address}


def test_every_setting_is_told() -> None:
    told = {row[0].strip("`"): (row[1].strip("`"), row[2]) for row in rows(page("settings.md")) if len(row) == 3}
    told.pop("variable")
    assert told == {PREFIX + setting.name: (setting.default or "none", setting.help) for setting in SETTINGS}


# -- answers --------------------------------------------------------------------------------------------------------

SAID = "Mayor Ann Lee said the levee held. She hopes it will."


@cache
def told_article() -> Article:
    """An article in which nothing is left out."""
    made = builders.article(SAID, place="Harrow", published="2024-05-28", says=[("Ann Lee", "the levee held")])
    known = replace(
        made.statements[0],
        source=Source("Mayor Ann Lee", Span(0, 13)),
        cue=Cue("said", Span(14, 18), "speech"),
        speaker=builders.speaker("Ann Lee", "Mayor"),
    )
    return replace(
        made,
        dateline=Dateline("Harrow", "KQEL"),
        statements=(known,),
        versions=(Version("old.txt", "A headline", None, "Other words."),),
    )


@cache
def told_service() -> SearchService:
    index = MemoryIndex()
    with index.writer() as writer:
        writer.add(told_article())
        writer.add(builders.article("No date.", key="undated.txt"))
        writer.publish(BuildReport(skipped=(SkippedFile("bad.bin", "binary data, not text"),)), "0" * 64)
    return SearchService(lambda: index.searcher)


def keys_of(value: Any) -> set[str]:
    """Every key of an answer, at any depth; what stands below ``query``, ``totals`` and ``dated_by`` are names."""
    if isinstance(value, list):
        return {key for one in value for key in keys_of(one)}
    if not isinstance(value, dict):
        return set()
    below = {key for name, one in value.items() if name not in ("query", "totals", "dated_by") for key in keys_of(one)}
    return set(value) | below


def address(request: SearchRequest) -> str:
    return f"/search.json?{to_query_string(request)}"


def asked(**fields: Any) -> dict[str, Any]:
    found = told_service().page(SearchRequest(**fields))
    return wire.page_to_wire(found, told_service().status(), address)


def answers() -> dict[str, Any]:
    service, status = told_service(), told_service().status()
    found = service.speakers()
    dates, possible = DateRange("2024", "2024"), (SearchRequest(text="zeppelin", dates=DateRange("2024", "2024")))
    return {
        "## Search": [
            asked(text="levee", speakers=("ann-lee",), dates=dates),
            asked(text="levee", collection="statements"),
            asked(text="levee zeppelin", outlets=("the-ledger",), dates=possible.dates),
            wire.listing_to_wire(
                service.values(SearchRequest(), "speaker"), 1, 100, None, status, address, wire.as_path
            ),
        ],
        "## Article": [wire.opened_to_wire(service.opened(told_article().id, SearchRequest()), status)],
        "## Speakers": [
            wire.speakers_to_wire(found, 1, 50, None, status, address, wire.as_path),
            wire.called_to_wire("ann-lee", found.entries, status, address, wire.as_path),
        ],
        "## Status": [wire.status_to_wire(status)],
    }


@pytest.mark.parametrize("heading", ["## Search", "## Article", "## Speakers", "## Status"])
def test_every_key_of_an_answer_is_told(heading: str) -> None:
    text = page("json-api.md")
    told = quoted(section(text, heading))
    if heading == "## Search":
        told |= quoted(section(text, "## Speakers")) | quoted(section(text, "## Article"))
        told |= set(re.findall(r'"(\w+)":', section(text, heading)))
    missing = keys_of(answers()[heading]) - told
    assert not missing


def test_the_answers_that_are_looked_at_leave_nothing_out() -> None:
    found = answers()
    assert found["## Search"][0]["parts"]
    assert found["## Search"][0]["speakers"]
    assert found["## Search"][0]["hits"][0]["snippets"]
    assert found["## Search"][1]["hits"][0]["statement"]
    assert found["## Search"][2]["relaxations"]
    assert found["## Article"][0]["versions"]
    assert found["## Status"][0]["report"]["skipped"]


def test_every_kind_of_evidence_for_a_date_is_told() -> None:
    (told,) = (row[1] for row in rows(section(page("json-api.md"), "### Dates")) if row[0] == "`dated_by`")
    assert set(CONFIDENCE) - {"override", "htmldate"} == quoted(told) - {"<time>"}


def test_the_versions_that_are_told_are_those_of_the_code() -> None:
    assert f"at present {wire.WIRE_VERSION}." in page("json-api.md")
    assert f"`SCHEMA_VERSION` {SCHEMA_VERSION}\n" in page("index-format.md")


def test_an_error_looks_as_it_is_told() -> None:
    shown = json.loads(re.findall(r"```json\n(.*?)```", page("json-api.md"), re.S)[0])
    with pytest.raises(BadParameter) as refused:
        from_params([(shown["errors"][0]["parameter"], shown["errors"][0]["value"])])
    assert refused.value.message == shown["error"] == shown["errors"][0]["message"]
    assert refused.value.suggestion == shown["errors"][0]["suggestion"]
    assert set(keys_of(shown)) <= quoted(section(page("json-api.md"), "## Errors"))


# -- the README's examples ------------------------------------------------------------------------------------------

EXAMPLES = [target.partition("?")[2] for paper, target in LINKS if paper == "README.md" and ":8000/search?" in target]


def test_the_readme_has_five_examples() -> None:
    assert len(EXAMPLES) == 5


@pytest.mark.parametrize("query", EXAMPLES)
def test_an_example_of_the_readme_is_canonical_and_finds_something(query: str, sample_archive: SearchService) -> None:
    request = from_params(parse_qsl(query))
    assert to_query_string(request) == query
    found = sample_archive.page(request)
    assert found.total >= 3
    assert not found.warnings


def test_the_readme_counts_the_sample_archive_rightly() -> None:
    told = re.search(r"(\d+) stories", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert told
    assert int(told[1]) == len(all_facts())


# -- the design -----------------------------------------------------------------------------------------------------


def test_the_architecture_page_has_the_tables_that_are_held() -> None:
    text = page("architecture.md")
    walls = section(text, "## Who imports whom")
    layers = [tuple(re.findall(r"`([\w.]+)`", row[0])) for row in rows(walls) if len(row) == 1 and row[0] != "layer"]
    homes = {row[0].strip("`"): tuple(re.findall(r"`([^`]+)`", row[1])) for row in rows(walls) if len(row) == 2}
    homes.pop("library")
    assert tuple(layers) == tuple(chain.from_iterable(LAYERS.values()))
    assert homes == HOMES


def test_every_decision_is_listed_by_its_title() -> None:
    listed = dict(re.findall(r"^- \[(.+)\]\((\d{4}-[a-z0-9-]+\.md)\)$", page("decisions/README.md"), re.M))
    found = {
        path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# "): path.name
        for path in (DOCS / "decisions").glob("[0-9]*.md")
    }
    assert listed == found


# -- the index ------------------------------------------------------------------------------------------------------


def told_files(heading: str) -> list[str]:
    """Patterns of the columns that a table of docs/index-format.md tells, ".last" after "article.first" made whole."""
    names = []
    for cells in rows(section(page("index-format.md"), heading)):
        before = ""
        for name in re.findall(r"`([^`]+)`", cells[0]):
            whole = before.rpartition(".")[0] + name if name.startswith(".") else name
            names.append(whole.replace("<field>", "*").replace("<segment>", "*"))
            before = whole
    return names


def test_every_file_of_an_index_is_told(tmp_path: Path) -> None:
    settings = replace(Settings.from_environment({}), index=tmp_path)
    with open_writer(settings, fresh=True) as writer:
        writer.add(told_article())
        writer.publish(BuildReport(), "0" * 64)
    (generation,) = (path for path in tmp_path.iterdir() if path.is_dir())
    for pattern, heading in (("columns/*.pack", "### columns/<segment>.pack"), ("shared.pack", "### shared.pack")):
        told = told_files(heading)
        (path,) = generation.glob(pattern)
        for name in Packed.open(path).names():
            assert any(fnmatch.fnmatch(name, pattern) for pattern in told), f"{path.name}: {name} is not told"
    top = quoted(page("index-format.md")) | set(page("index-format.md").split())
    assert {path.name for path in generation.iterdir() if path.is_file()} <= top
    assert {f"{path.name}/" for path in generation.iterdir() if path.is_dir()} <= {
        word.partition("<")[0] for word in top
    }


# -- files ----------------------------------------------------------------------------------------------------------


def named_files() -> Iterator[tuple[str, str]]:
    for paper in PAPERS:
        for name in quoted(paper.read_text(encoding="utf-8")):
            if re.fullmatch(r"(?:search|indexer|webui|tests|corpus|docs)/[\w./-]*", name):
                yield paper.relative_to(ROOT).as_posix(), name


@pytest.mark.parametrize(("paper", "name"), sorted(named_files()))
def test_a_file_that_is_named_exists(paper: str, name: str) -> None:
    assert (ROOT / name).exists(), f"{paper} names {name}"
