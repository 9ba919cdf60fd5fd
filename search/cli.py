"""``python -m search WORDS… [--speaker ID] [--from D] [--to D] …``: a search on the terminal.

Exit codes: 0 done · 2 usage · 4 no usable index · 70 internal error.
"""

from __future__ import annotations

import json
import os
import shlex
import sys
import traceback
from dataclasses import replace
from pathlib import Path

import click

from search.backends.opening import open_reader
from search.deadline import time_limit
from search.documents import SpeakerEntry, Statement
from search.errors import BadParameter, BadQuery, NoIndex, SearchError
from search.hits import each_speaker, has_others
from search.query.params import from_params, to_params
from search.query.query_strings import to_query_string
from search.query.request import SORTS, SearchRequest
from search.results import Hit, Page, Piece
from search.sentences import all_of, counted
from search.service import SearchService
from search.settings import Settings
from search.wire import page_to_wire


@click.command(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.argument("words", nargs=-1)
@click.option("--in", "in_", type=click.Choice(["articles", "statements"]), help="What to find.")
@click.option("--speaker", multiple=True, metavar="ID", help="Said by; may be given several times.")
@click.option("--role", metavar="WORDS", help="Role of the speaker, as printed.")
@click.option("--outlet", multiple=True, metavar="ID", help="Printed in; may be given several times.")
@click.option("--place", metavar="WORDS", help="Place of the dateline.")
@click.option("--from", "from_", metavar="DATE", help="First day: 2017, 2017-02, 2017-02-10 or 'last month'.")
@click.option("--to", metavar="DATE", help="Last day.")
@click.option(
    "--undated", type=click.Choice(["only", "with"]), help="Articles without a date: only, or with the others."
)
@click.option("--added", metavar="DATE", help="Only what entered the archive since: a date, or an index's generation.")
@click.option("--kind", multiple=True, type=click.Choice(["direct", "mixed", "indirect"]), help="Kind of statement.")
@click.option("--attribution", type=click.Choice(["sure", "possible"]), help="Show possible attributions as well.")
@click.option("--cue", type=click.Choice(["speech", "belief"]), help="Show reported beliefs as well.")
@click.option("--copies", type=click.Choice(["group", "show"]), help="Near-identical stories: as one, or each.")
@click.option("--sort", type=click.Choice(SORTS), help="Order of the hits.")
@click.option("--page", metavar="N", help="Page of the hits, from 1.")
@click.option("--per-page", metavar="N", help="Hits on a page.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, as /search.json gives it.")
@click.option("--index", "index_dir", type=click.Path(path_type=Path), help="Folder of the index.")
def cli(words: tuple[str, ...], as_json: bool, index_dir: Path | None, **options: str | tuple[str, ...] | None) -> None:
    """Search the archive for WORDS, in the query language of the search page."""
    try:
        settings = Settings.from_environment()
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    request = from_params([("q", " ".join(words)), *_pairs(options)])
    reader = open_reader(replace(settings, index=index_dir or settings.index))
    service = SearchService(reader.current, reader.check)
    with time_limit(settings.time_limit):
        page = _answer(service, request)
    if as_json:
        click.echo(json.dumps(page_to_wire(page, service.status(), _address), ensure_ascii=False))
        return
    for line in page_lines(page):
        click.echo(line)


def _answer(service: SearchService, request: SearchRequest) -> Page:
    """Give a page. Raises as the service does; IndexDamaged for any error that damage explains."""
    try:
        return service.page(request)
    except SearchError:
        raise
    except Exception:
        service.check()
        raise


def _pairs(options: dict[str, str | tuple[str, ...] | None]) -> list[tuple[str, str]]:
    pairs = []
    for name, value in options.items():
        values = value if isinstance(value, tuple) else (value,)
        pairs += [(name.rstrip("_"), one) for one in values if one]
    return pairs


def _address(request: SearchRequest) -> str:
    query = to_query_string(request)
    return f"/search.json?{query}" if query else "/search.json"


def page_lines(page: Page) -> list[str]:
    """Give a page of hits as lines for a terminal."""
    lines = [f"{'' if page.total_is_exact else 'at least '}{counted(page.total, page.request.collection)}"]
    if page.documents > page.total:
        lines[0] += f" ({page.documents:,} with every copy; --copies show lists them)"
    if page.is_partial:
        lines.append("(Partial: the search took too long and was stopped. There may be more. Narrow it to see it all.)")
    lines += [_speaker_line(entry) for entry in page.speakers]
    lines += [f"({warning})" for warning in page.warnings]
    if page.did_you_mean:
        meant = page.did_you_mean
        lines.append(f"Did you mean: {to_words(meant.request)} ({meant.total:,})")
    for hit in page.hits:
        lines += ["", *_hit_lines(hit)]
    if page.total and page.number > page.pages:
        lines.append(f"There is no page {page.number:,}: page {page.pages:,} is the last.")
    if page.pages > page.number and replace(page.request, page=page.number + 1).is_within_reach:
        lines += ["", f"page {page.number:,} of {page.pages:,}; --page {page.number + 1} for more"]
    for near in page.relaxations:
        lines.append(f"Or: {to_words(near.request) or 'everything'} ({counted(near.total, near.request.collection)})")
    return lines


def to_words(request: SearchRequest) -> str:
    """Give a search as it is typed on the terminal."""
    options = (f"{_option(name)} {shlex.quote(value)}" for name, value in to_params(request) if name != "q")
    return " ".join((*([shlex.quote(request.text)] if request.text else []), *options))


def _option(parameter: str) -> str:
    return f"--{parameter.replace('_', '-')}"


def _speaker_line(entry: SpeakerEntry) -> str:
    """Give who was asked for, with every role as printed, its days and how many stories print it."""
    held = "; ".join(
        f"{role.role} ({' to '.join(dict.fromkeys(filter(None, (role.first, role.last)))) or 'undated'}, {role.count})"
        for role in entry.roles
    )
    return f"{entry.name} [{entry.id}]{f': {held}' if held else ''}"


def _hit_lines(hit: Hit) -> list[str]:
    date = hit.published_day or hit.published or "undated"
    lines = [f"{date}  {_plain(hit.headline)}  [{hit.outlet or 'no outlet'}]  /article/{hit.article_id}"]
    if hit.copies_total:
        others = ", ".join(f"/article/{copy.article_id} [{copy.outlet or 'no outlet'}]" for copy in hit.copies)
        lines.append(f"    +{hit.copies_total:,} {'copy' if hit.copies_total == 1 else 'copies'}: {others}")
    for snippet in hit.snippets:
        lead = _lead(snippet.statement) if snippet.statement else ""
        lines.append(f"    {lead}{_plain(snippet.pieces)}".replace("\n", " "))
    return lines


def _lead(statement: Statement) -> str:
    """Give who says a statement, to stand before its words."""
    names = all_of([speaker.name for speaker in each_speaker(statement)])
    return f"{names}{' and others' if has_others(statement) else ''}: " if names else ""


def _plain(pieces: tuple[Piece, ...]) -> str:
    bold = sys.stdout.isatty()
    return "".join(click.style(piece.text, bold=True) if bold and piece.matched else piece.text for piece in pieces)


def main() -> None:
    """Run the search that the arguments ask for."""
    try:
        cli.main(standalone_mode=False)
    except click.exceptions.Exit as end:
        sys.exit(end.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BadQuery as error:
        click.echo(f"{error.message}\n    {error.value}\n    {' ' * error.position}^", err=True)
        sys.exit(2)
    except BadParameter as error:
        click.echo(f"{_option(error.parameter)}: {error.message}", err=True)
        sys.exit(2)
    except NoIndex as error:
        click.echo(error.message, err=True)
        sys.exit(4)
    except BrokenPipeError:
        # Whoever read the output has gone; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(70)
    except Exception:
        traceback.print_exc()
        click.echo(
            "This is a fault of the program, or the index is damaged: `python -m indexer check` tells.", err=True
        )
        sys.exit(70)
