"""``python -m benchmarks.hostile FOLDER [--docs]``: searches made to be slow, each answered or refused, and how soon.

FOLDER is an index of ours over the made-up archive (``on-the-record`` in what ``python -m benchmarks --keep`` leaves).
Each is asked as the site asks it, with extracts, facets, every total and what each condition costs.
"""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import replace
from itertools import islice
from pathlib import Path

import click

from benchmarks.pages import PERFORMANCE, write_section
from benchmarks.synthetic import articles
from benchmarks.tables import table
from search.backends.opening import open_reader
from search.errors import SearchError
from search.query.request import SearchRequest
from search.service import SearchService
from search.settings import Settings

READ = 300


def hostile() -> dict[str, SearchRequest]:
    """Give the searches, by what they are; common words and beginnings are the archive's own."""
    drawn = [one.text.lower().replace("\n", " ").split() for one in islice(articles(READ), READ)]
    common = [word for word, _ in Counter(word for text in drawn for word in text if word.isalpha()).most_common(64)]
    starts = [start for start, _ in Counter(word[:3] for text in drawn for word in set(text)).most_common(32)]
    texts = {
        "one letter and a star": "a*",
        "three of them": "p* OR s* OR c*",
        "a star alone": "*",
        "stars within": "*a*e*i*",
        "a star before": "*tion*",
        "a beginning that thousands of words have": f"{starts[0]}*",
        "32 such, any of them": " OR ".join(f"{start}*" for start in starts),
        "32 such, all of them": " ".join(f"{start}*" for start in starts),
        "four common words as a phrase": f'"{" ".join(common[:4])}"',
        "one common word as a phrase, 16 times": f'"{" ".join(common[:1] * 16)}"',
        "eight common words near each other": f'"{" ".join(common[:8])}"~50',
        "32 common words near each other": f'"{" ".join(common[:32])}"~50',
        "any of 32 common words": " OR ".join(common[:32]),
        "all of 32 common words": " ".join(common[:32]),
        "none of 31 common words": " ".join(f"-{word}" for word in common[:31]),
        "16 pairs in one statement each": " ".join(
            f"said:({one} {two})" for one, two in zip(common[:16], common[16:32], strict=True)
        ),
        "32 words one letter off": " ".join(f"{word}x~" for word in common[:32]),
        "16 brackets in each other": "(" * 16 + f"{common[0]} OR {common[1]}" + ")" * 16,
        "1,000 brackets in each other": "(" * 1_000 + "a" + ")" * 1_000,
        "300 times NOT": "NOT " * 300 + "a",
        "100 times NOT": "NOT " * 100 + "a",
        "10,000 letters": "a" * 10_000,
        "512 quotation marks": '"' * 512,
    }
    found = {name: SearchRequest(text) for name, text in texts.items()}
    found["everything, page 1,000"] = SearchRequest(page=1_000)
    found["a common word, 100 statements a page"] = SearchRequest(common[0], "statements", per_page=100)
    found["a common word of anybody, oldest, copies shown"] = SearchRequest(common[0], copies="show", sort="oldest")
    return found


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--rounds", default=3, show_default=True, help="How often each is asked again.")
@click.option("--docs", is_flag=True, help="Write the table into the documentation.")
def main(folder: Path, rounds: int, docs: bool) -> None:
    """Ask, and print a table."""
    service = SearchService(open_reader(replace(Settings.from_environment({}), index=folder)).current)
    articles_in_all = service.page(SearchRequest()).total
    rows = []
    for name, request in hostile().items():
        taken, answer = [], ""
        for _ in range(rounds + 1):
            began = time.process_time()
            answer = _answer(service, request)
            taken.append(1000 * (time.process_time() - began))
        rows.append((name, answer, f"{taken[0]:.1f}", f"{sorted(taken[1:])[rounds // 2]:.1f}"))
        click.echo(" | ".join(rows[-1]), err=True)
    text = (
        f"{table(('search', 'answer', 'first, ms of CPU', 'again, ms of CPU'), rows)}\n{articles_in_all:,} articles.\n"
    )
    click.echo(text)
    if docs:
        write_section(PERFORMANCE, "hostile", text)


def _answer(service: SearchService, request: SearchRequest) -> str:
    try:
        page = service.page(request)
    except SearchError as refused:
        return f"refused: {refused.message}"
    return f"{page.total:,}" + (" (partial)" if page.is_partial else "")


if __name__ == "__main__":
    main()
