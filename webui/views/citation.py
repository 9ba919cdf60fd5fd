"""Citations in words: of an article, and of a statement with who said it, in which role, and how it is dated."""

from __future__ import annotations

import datetime

from search.documents import Article, Statement
from search.results import Hit
from webui import messages
from webui.views.saying import quoted_with_cue
from webui.views.voices import who_as_what
from webui.wording import evidence
from webui.written_dates import write_day, write_published


def cite_article(article: Article, url: str) -> str:
    """Give an article's citation."""
    by = f"{'; '.join(article.bylines)}. " if article.bylines else ""
    message = messages.CITED_DERIVED if article.headline_derived else messages.CITED_STORY
    return by + message(headline=article.headline, printed=_printed(article), url=url, accessed=_accessed())


def cite_statement(statement: Statement, headline: str, printed: Article | Hit, url: str) -> str:
    """Give a statement's citation: verbatim words in quotation marks, reported ones as they are printed."""
    return messages.CITED_STATEMENT(
        who=who_as_what(statement),
        said=quoted_with_cue(statement),
        headline=headline,
        printed=_printed(printed),
        url=url,
        accessed=_accessed(),
    )


def _printed(printed: Article | Hit) -> str:
    date = write_published(printed.published, printed.published_day, printed.precision, short=False)
    dated = messages.DATED_BY(date=date.text, evidence=evidence(printed.dated_by, printed.precision))
    told = dated if printed.published else messages.UNDATED().lower()
    return ", ".join(filter(None, (printed.outlet, told))).replace("\N{NO-BREAK SPACE}", " ")


def _accessed() -> str:
    day = write_day(datetime.date.today(), short=False).replace("\N{NO-BREAK SPACE}", " ")
    return messages.ACCESSED(day=day)
