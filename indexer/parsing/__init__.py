"""File -> articles as read: what stands in a file, before it is dated and attributed."""

from indexer.parsing.parsed import DroppedLine, ParsedArticle, SeenDate, Unreadable
from indexer.parsing.registry import parse_file

__all__ = ["DroppedLine", "ParsedArticle", "SeenDate", "Unreadable", "parse_file"]
