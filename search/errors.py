"""What can go wrong, one small tree. The class holds the facts; the message is fit for a reader."""

from __future__ import annotations

from search.sentences import Sentence


class SearchError(Exception):
    """The root: ``status`` is the HTTP status of the page that tells of it."""

    status = 500

    @property
    def message(self) -> str:
        """The sentence for a reader."""
        return str(self)

    @property
    def sentence(self) -> str:
        """The same, as it was given: what is a ``Sentence`` can be told in another language."""
        return self.args[0] if self.args and isinstance(self.args[0], str) else str(self)


class BadParameter(SearchError):
    """A parameter of the address cannot be understood; nothing was searched."""

    status = 400

    def __init__(self, parameter: str, problem: str, value: str = "", suggestion: str | None = None) -> None:
        """Hold the ``parameter``'s name, its ``value``, what is wrong and, if there is one, a ``suggestion``."""
        super().__init__(problem)
        self.parameter, self.problem, self.value, self.suggestion = parameter, problem, value, suggestion


class BadQuery(BadParameter):
    """The words of a query cannot be understood; ``position`` counts characters of it from 0."""

    def __init__(self, problem: str, text: str, position: int, suggestion: str | None = None) -> None:
        """Hold the query's ``text`` and the ``position`` at which it goes wrong."""
        super().__init__("q", problem, text, suggestion)
        self.position = position


class NotFound(SearchError):
    """There is nothing under this id."""

    status = 404

    def __init__(self, what: str, id: str) -> None:
        """Say ``what`` kind of thing was looked for under ``id``."""
        super().__init__(Sentence("There is no {what} “{id}” in this archive.", what=what, id=id))
        self.what, self.id = what, id


class Gone(SearchError):
    """There was an article under this id, and it was taken out for good."""

    status = 410

    def __init__(self, id: str, reason: str) -> None:
        """Hold the ``reason`` that is given to readers, "" for none."""
        super().__init__(reason or Sentence("It was removed for good, and its address is not given to anything else."))
        self.id, self.reason = id, reason


class OutOfTime(SearchError):
    """An answer took longer than it may, and was stopped."""

    status = 503

    def __init__(self) -> None:
        """Say so."""
        super().__init__(
            Sentence("This took longer than an answer may take, and was stopped. Ask for less, or try again later.")
        )


class NoIndex(SearchError):
    """There is no index that can be opened."""

    status = 503


class OtherSchema(NoIndex):
    """The index was written by a version of this program that stores it differently."""


class IndexDamaged(NoIndex):
    """The index's files are not what was written."""


class IndexLocked(SearchError):
    """Another process is writing the index."""

    status = 503

    def __init__(self, pid: int | None) -> None:
        """Hold the writer's process id where it is known."""
        holder = f" (pid {pid})" if pid else ""
        super().__init__(f"The index is being written by another process{holder}. Wait for it to end, then try again.")
        self.pid = pid
