"""A small archive on the memory engine, and the site in front of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import flask
import pytest
from flask.testing import FlaskClient

from search.backends.memory import MemoryIndex
from search.builds import BuildReport, SkippedFile
from search.documents import Article, DateCandidate, SourceFile, Version
from search.errors import NoIndex
from search.service import SearchService
from search.settings import Settings
from tests.builders import article, speaker
from webui.app import create_app

HOSTILE = "</title><script>alert(1)</script> & \"quotes\" 'too' <b>bold</b>"


def sample() -> tuple[Article, ...]:
    mayor, president = speaker("Maren Tolliver", "mayor"), speaker("Maren Tolliver", "council president")
    letter = article(
        "FENWICK MILLS — Mayor Maren Tolliver said “the water bond is not a wish list.”\n\n"
        "She denied that the bond had been drafted without the sheriff. ICE said in a statement that raids went on.\n\n"
        "“I am for water. I drink it,” Sheriff Augustin Pell said.",
        "Sheriff breaks with mayor on water bond",
        "ledger/2024/05/14/letter.txt",
        published="2024-05-14",
        dated_by="dateline",
        date_confidence=0.97,
        date_candidates=(
            DateCandidate("2024-05-14", "dateline", "FENWICK MILLS, May 14"),
            DateCandidate("2024-05-16", "label (updated)", "Updated May 16"),
        ),
        place="Fenwick Mills",
        bylines=("Paula Quist",),
        section="County",
        url="https://ledger.example/2024/05/14/letter",
        versions=(Version("ledger/letter-old.txt", "Sheriff and mayor part", "2024-05-13", "An older text."),),
        says=[
            (mayor, "the water bond is not a wish list."),
            (mayor, "the bond had been drafted without the sheriff", {"kind": "indirect"}),
            (speaker("ICE", None, "organisation"), "raids went on", {"kind": "indirect"}),
            (speaker("Augustin Pell", "sheriff"), "I am for water. I drink it,"),
        ],
    )
    more = tuple(
        article(
            f"Maren Tolliver said “pipe number {number} is old” about water.",
            f"Story {number} of the pipes",
            f"channel6/pipes-{number:02d}.txt",
            published=f"202{number % 4}-{number % 12 + 1:02d}-0{number % 9 + 1}",
            outlet="Channel 6 News",
            place="Fenwick Mills",
            says=[(mayor if number % 4 else president, f"pipe number {number} is old")],
        )
        for number in range(1, 24)
    )
    return (
        letter,
        *more,
        article("A letter about water.", "The month alone", "weekly/month.txt", published="2024-06", outlet="Weekly"),
        article(
            "A fair was held. Pell said “come along”.",
            "Undated fair",
            "weekly/fair.txt",
            outlet="Weekly",
            says=[(speaker("Dorsey Pell", "council member"), "come along")],
        ),
        article(
            "Somebody worried about water.",
            HOSTILE,
            "weekly/<img src=x onerror=alert(2)>.txt",
            outlet=HOSTILE,
            bylines=(HOSTILE,),
            says=[(speaker(HOSTILE, HOSTILE), "worried about water")],
        ),
        article(
            "Smith said “the bridge is closed” on water.",
            "Smith one",
            "a/one.txt",
            published="2023-01-02",
            says=[(speaker("Smith"), "the bridge is closed")],
        ),
        article(
            "Smith said “the bridge is open” on water.",
            "Smith two",
            "a/two.txt",
            published="2023-02-02",
            says=[(speaker("Smith"), "the bridge is open")],
        ),
        article("", "No text at all", "a/empty.txt", published="2023-03"),
    )


def serve(
    articles: tuple[Article, ...], report: BuildReport | None = None, settings: Mapping[str, str] | None = None
) -> flask.Flask:
    index = MemoryIndex()
    with index.writer() as writer:
        for one in articles:
            writer.add(one)
            writer.note_file(SourceFile(one.key, "0" * 64), (one.id,))
        writer.publish(report or BuildReport(), "digest")
    app = create_app(Settings.from_environment(settings or {}), SearchService(lambda: index.searcher))
    app.extensions["index-of-the-test"] = index
    return app


@pytest.fixture(scope="session")
def app() -> flask.Flask:
    skipped = (
        SkippedFile("scans/1987-04.tif", "not a known format"),
        SkippedFile("scans/<b>.tif", "not a known format"),
        SkippedFile("big.json", "larger than 10 MB"),
    )
    return serve(sample(), BuildReport(found=33, read=30, skipped=skipped, seconds=161.0))


@pytest.fixture
def site(app: flask.Flask) -> Iterator[FlaskClient]:
    with app.test_client() as client:
        yield client


@pytest.fixture(scope="session")
def copied() -> flask.Flask:
    """An archive in which two outlets print the same stories, dated or not, and some name no outlet."""
    words = "Ada Quill said “the ferry will run in May” when the county asked who would pay for the new landing."
    says = [(speaker("Ada Quill", "mayor"), "the ferry will run in May")]
    stories = [
        article(words, "Ferry", f"{outlet}/{day}.txt", outlet=outlet, published=day, says=says)
        for outlet in ("Ledger", "Weekly")
        for day in ("2024-03-01", None)
    ]
    alone = article("A letter about an old bridge.", "Bridge", "bridge.txt", outlet=None, published="2023-02-02")
    found = len(stories) + 1
    return serve((*stories, alone), BuildReport(found=found, read=found, dated_by={"label": 3}))


@pytest.fixture
def copied_site(copied: flask.Flask) -> Iterator[FlaskClient]:
    with copied.test_client() as client:
        yield client


@pytest.fixture
def bare_site() -> Iterator[FlaskClient]:
    def nothing() -> MemoryIndex:
        raise NoIndex("There is no index in “/srv/archive/index” yet.")

    app = create_app(Settings.from_environment({}), SearchService(nothing))  # type: ignore[arg-type]
    with app.test_client() as client:
        yield client
