"""Citations in words: of an article, and of a statement with who said it, in which role, and how it is dated."""

from __future__ import annotations

from search.documents import Article, Statement
from webui.views.hits import lacks_marks, role_of, unnamed
from webui.wording import evidence
from webui.written_dates import write_published


def cite_article(article: Article, url: str) -> str:
    """Give an article's citation."""
    by = f"{'; '.join(article.bylines)}. " if article.bylines else ""
    headline = f"[{article.headline}]" if article.headline_derived else f"“{article.headline}”"
    return f"{by}{headline}. {_printed(article)}. {url}"


def cite_statement(statement: Statement, article: Article, url: str) -> str:
    """Give a statement's citation: verbatim words in quotation marks, reported ones as they are printed."""
    who = statement.speaker.name if statement.speaker else unnamed(statement)
    role = role_of(statement)
    said = quoted(statement)
    return f"{who}{f', {role}' if role else ''}: {said} — in “{article.headline}”, {_printed(article)}. {url}"


def quoted(statement: Statement) -> str:
    """Give a statement's words; verbatim ones stand in quotation marks even where the slice holds none."""
    text = statement.text.strip()
    return f"“{text}”" if lacks_marks(statement, text) else text


def _printed(article: Article) -> str:
    date = write_published(article.published, article.published_day, article.precision, short=False)
    dated = f"{date.text} (date: {evidence(article.dated_by, article.precision)})" if article.published else "undated"
    return ", ".join(filter(None, (article.outlet, dated))).replace("\N{NO-BREAK SPACE}", " ")
