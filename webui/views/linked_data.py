"""An article as linked data (schema.org): the story, and the verbatim quotations in it with who said them."""

from __future__ import annotations

from typing import Any

from search.documents import Article, Speaker, Statement
from search.hits import each_speaker
from webui.links import Links

MOST_QUOTATIONS = 100
_TYPES = {"person": "Person", "organisation": "Organization", "group": "Organization"}


def linked_data(article: Article, links: Links) -> dict[str, Any]:
    """Give the JSON-LD of an article: only what is printed and surely attributed, nothing that is not known."""
    quoted = [statement for statement in article.statements if _is_quotation(statement)][:MOST_QUOTATIONS]
    told = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": links.absolute(links.article(article.id)),
        "url": links.absolute(links.article(article.id)),
        "headline": None if article.headline_derived else article.headline,
        "datePublished": article.published,
        "dateModified": article.updated,
        "author": [{"@type": "Person", "name": byline} for byline in article.bylines],
        "publisher": {"@type": "NewsMediaOrganization", "name": article.outlet} if article.outlet else None,
        "articleSection": article.section,
        "inLanguage": article.language,
        "isBasedOn": article.url if article.url and article.url.startswith(("http://", "https://")) else None,
        "hasPart": [_quotation(statement, links) for statement in quoted],
    }
    return {name: value for name, value in told.items() if value}


def _is_quotation(statement: Statement) -> bool:
    return (
        bool(statement.speakers)
        and statement.kind == "direct"
        and statement.attribution == "sure"
        and statement.cue_class == "speech"
    )


def _quotation(statement: Statement, links: Links) -> dict[str, Any]:
    creators = [_creator(speaker, links) for speaker in each_speaker(statement)]
    return {
        "@type": "Quotation",
        "url": links.absolute(links.statement(statement.id)),
        "text": statement.text,
        "creator": creators if len(creators) > 1 else creators[0],
    }


def _creator(speaker: Speaker, links: Links) -> dict[str, Any]:
    who = {
        "@type": _TYPES[speaker.type],
        "name": speaker.name,
        "url": links.absolute(links.speaker(speaker.id)),
        "jobTitle": speaker.role if speaker.type == "person" else None,
    }
    return {name: value for name, value in who.items() if value}
