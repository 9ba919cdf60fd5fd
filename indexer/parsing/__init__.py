"""File -> articles as read: what stands in a file, before it is dated and attributed."""

from indexer.parsing.parsed import DroppedLine, ParsedArticle, SeenDate, Unreadable

__all__ = ["DroppedLine", "ParsedArticle", "SeenDate", "Unreadable"]
