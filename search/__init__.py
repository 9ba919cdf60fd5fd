"""Full-text search over a local-news archive: documents, questions, answers."""

from search.documents import Article, Statement
from search.query.request import SearchRequest
from search.results import Hit, Page
from search.service import SearchService

__all__ = ["Article", "Hit", "Page", "SearchRequest", "SearchService", "Statement"]
