"""SearchRequest: what a person asked, typed and checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from search.documents import Kind
from search.query.dates import DateRange

Collection = Literal["articles", "statements"]
Sort = Literal["relevance", "newest", "oldest", "added"]
UndatedChoice = Literal["only", "with"]
CopiesChoice = Literal["group", "show"]

COLLECTIONS: tuple[Collection, ...] = get_args(Collection)
SORTS: tuple[Sort, ...] = get_args(Sort)
UNDATED: tuple[UndatedChoice, ...] = get_args(UndatedChoice)
COPIES: tuple[CopiesChoice, ...] = get_args(CopiesChoice)
DEFAULT_PER_PAGE, MAX_PER_PAGE, MAX_DEPTH = 10, 100, 10_000


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """One search. Its values are canonical: made by ``params.from_params``, or equal to what that makes.

    ``speakers``, ``outlets`` and ``kinds`` mean any of them and stand in order without repeats. ``undated`` says what
    becomes of articles without a date: None leaves them out when there is a date range, and in when there is none.
    ``possible`` and ``belief`` add what is left out by default: attributions that are not sure, and cues of belief.
    ``added`` leaves out what was in the archive before: an ISO date, of any precision, or the name of a generation.
    ``copies`` says whether near-identical stories count and are shown as one, or each.
    """

    text: str = ""
    collection: Collection = "articles"
    speakers: tuple[str, ...] = ()
    role: str = ""
    outlets: tuple[str, ...] = ()
    place: str = ""
    dates: DateRange = DateRange()  # noqa: RUF009  frozen, so one may serve all
    undated: UndatedChoice | None = None
    added: str = ""
    kinds: tuple[Kind, ...] = ()
    possible: bool = False
    belief: bool = False
    copies: CopiesChoice = "group"
    sort: Sort = "relevance"
    page: int = 1
    per_page: int = DEFAULT_PER_PAGE

    @property
    def offset(self) -> int:
        """How many hits come before the page that is asked for."""
        return (self.page - 1) * self.per_page

    @property
    def is_within_reach(self) -> bool:
        """Whether its page lies no deeper than a search can be read."""
        return self.offset + self.per_page <= MAX_DEPTH

    @property
    def is_grouped(self) -> bool:
        """Whether copies of one story count as one."""
        return self.copies == "group"

    @property
    def is_empty(self) -> bool:
        """Whether nothing narrows the search: every document of the collection is found."""
        return not (
            self.text
            or self.speakers
            or self.role
            or self.outlets
            or self.place
            or not self.dates.is_open
            or self.undated
            or self.added
            or self.kinds
        )
