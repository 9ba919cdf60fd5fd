"""Every word that the site says itself, in one place, so that another language can be put beside it.

A sentence is one message for each form it can take, with its parts as {placeholders}; it is never glued from
fragments, so that a translation may put the parts in any order.
"""

from __future__ import annotations

from search.query.request import Collection, Sort
from webui.message import Message, Plural

NONE: dict[str, Message] = {
    "articles": Message("No articles"),
    "statements": Message("No statements"),
    "speakers": Message("No speakers"),
    "stories": Message("No stories"),
    "files": Message("No files"),
    "outlets": Message("no outlets"),
    "hits": Message("No hits"),
    "groups": Message("no groups"),
    "places": Message("no places"),
    "articles so far": Message("Articles"),
    "statements so far": Message("Statements"),
}
COUNTED: dict[str, Plural] = {
    "articles": Plural("{n} article", "{n} articles"),
    "statements": Plural("{n} statement", "{n} statements"),
    "speakers": Plural("{n} speaker", "{n} speakers"),
    "stories": Plural("{n} story", "{n} stories"),
    "files": Plural("{n} file", "{n} files"),
    "outlets": Plural("{n} outlet", "{n} outlets"),
    "hits": Plural("{n} hit", "{n} hits"),
    "groups": Plural("{n} group", "{n} groups"),
    "places": Plural("{n} place", "{n} places"),
    "articles so far": Plural("At least {n} article", "At least {n} articles"),
    "statements so far": Plural("At least {n} statement", "At least {n} statements"),
}
STORIES = Plural("story", "stories")
ALL: dict[str, Message] = {
    "articles": Message("Articles"),
    "statements": Message("Statements"),
    "stories": Message("Stories"),
}

SEARCHED: dict[tuple[Collection, bool, bool, bool], Message] = {
    # collection, with a speaker, with words, with dates
    ("articles", False, False, False): Message("{count} in the archive"),
    ("articles", False, True, False): Message("{count} containing {words}"),
    ("articles", False, False, True): Message("{count} dated {dates}"),
    ("articles", False, True, True): Message("{count} containing {words} dated {dates}"),
    ("articles", True, False, False): Message("{count} in which {speakers} speaks"),
    ("articles", True, True, False): Message("{count} in which {speakers} speaks, containing {words}"),
    ("articles", True, False, True): Message("{count} in which {speakers} speaks, dated {dates}"),
    ("articles", True, True, True): Message("{count} in which {speakers} speaks, containing {words} dated {dates}"),
    ("statements", False, False, False): Message("{count} in the archive"),
    ("statements", False, True, False): Message("{count} containing {words}"),
    ("statements", False, False, True): Message("{count} dated {dates}"),
    ("statements", False, True, True): Message("{count} containing {words} dated {dates}"),
    ("statements", True, False, False): Message("{count} by {speakers}"),
    ("statements", True, True, False): Message("{count} by {speakers} containing {words}"),
    ("statements", True, False, True): Message("{count} by {speakers} dated {dates}"),
    ("statements", True, True, True): Message("{count} by {speakers} containing {words} dated {dates}"),
}
IN_ORDER = Message("{sentence} with {order}")
ORDERS: dict[Sort, Message] = {
    "relevance": Message("the best match first"),
    "newest": Message("the newest first"),
    "oldest": Message("the oldest first"),
    "added": Message("what was added last first"),
}
SORTS: dict[Sort, Message] = {
    "newest": Message("Newest"),
    "oldest": Message("Oldest"),
    "relevance": Message("Relevance"),
    "added": Message("Last added"),
}
EITHER = Message("{first} or {second}")
CHANGE = Message("{change} without")
REMOVE = Message("Remove {label}, ")
REMOVE_PLAIN = Message("remove")
FILTERS = {
    "outlet": Message("printed by"),
    "kind": Message("quoted as"),
    "role": Message("speaking as"),
    "place": Message("datelined"),
    "undated": Message("dates"),
    "added": Message("added to the archive"),
    "attribution": Message("speakers"),
    "cue": Message("words of"),
    "copies": Message("near-identical stories"),
}
SPEAKING_AS = Message("speaking as {role}")
ADDED_SINCE = Message("since {date}")
ADDED_AFTER = Message("after the index of {instant}")
ADDED = Message("added to the archive {since}")
DATE_PRESETS = {
    "": Message("Any date"),
    "month": Message("Last month"),
    "12 months": Message("Last 12 months"),
    "year": Message("This year"),
}
SINCE_YEAR = Message("Since {year}")
UNDATED_CHOICES = {"only": Message("undated only"), "with": Message("undated ones included")}
POSSIBLE_APART = Plural(
    "{n} more statement may belong here: who made it is unnamed, or likely but not sure. It is not counted.",
    "{n} more statements may belong here: who made them is unnamed, or likely but not sure. They are not counted.",
)
SHOW_THEM = Message("Show them among the others")
POSSIBLE_INCLUDED = Message("possible ones included")
BELIEF_INCLUDED = Message("belief included")

LEFT_OUT: dict[Collection, Plural] = {
    "articles": Plural(
        "{n} undated article matches and is left out by the dates.",
        "{n} undated articles match and are left out by the dates.",
    ),
    "statements": Plural(
        "{n} undated statement matches and is left out by the dates.",
        "{n} undated statements match and are left out by the dates.",
    ),
}
IN_GROUPS: dict[Collection, Message] = {
    "articles": Message("{documents} in {groups}: near-identical copies of one story count once."),
    "statements": Message("{documents} in {groups}: what copies of one story repeat counts once."),
}
SHOW_COPIES = Message("Show every copy")
COPIES_SHOWN = Message("copies shown")
ALSO_RAN_VERBATIM = Message("Also ran, word for word, in")
ALSO_RAN_CHANGED = Message("Also ran, with other words, in")
MORE_COPIES = Plural("{n} more copy:", "{n} more copies:")
DID_YOU_MEAN = Message("Did you mean this?")
INCLUDE_THEM = Message("Include them")
PARTIAL = Message(
    "Partial: the search took longer than it may and was stopped. What is shown was found; there may be more."
)
PARTIAL_COUNTED = Message(
    "Partial: every hit was counted, but not all that stands beside them: the search took longer than it may."
)
NARROW_IT = Message("Narrow the search by dates, speaker or outlet, or ask again.")
SCOPE: dict[Collection, Message] = {
    "articles": Message("The whole archive was searched: {articles}."),
    "statements": Message("The whole archive was searched: what is said in {articles}."),
}
SO_FAR = Message("{n}+")
NOT_MARKED = Message("There was no time to mark the words that were searched for.")
POSITION = Message("{n} of {total}")
TITLED = Message("{asked}: {count}")
TITLED_PAGE = Message("{asked}: {count}, page {page}")
NOBODY = Message("Nobody in this archive is known as “{id}”.")
SEVERAL_PEOPLE = Message("“{name}” is {n} people here; all of them are searched.")
TELL_APART = Message("Tell them apart")
SHOWN = {
    "articles": Message("Articles {first} to {last} of {total}"),
    "statements": Message("Statements {first} to {last} of {total}"),
}
PAST_THE_END = Message("There is no page {page}: page {last} is the last.")
TO_THE_LAST_PAGE = Message("To the last page")
TOO_DEEP = Message("A search can be read {depth} hits deep. Narrow it to see the rest.")
AS_A_TABLE = Message("Or take everything as a table")

KINDS = {"direct": Message("Said"), "mixed": Message("Partly"), "indirect": Message("Reported")}
KINDS_IN_A_SENTENCE = {"direct": Message("said"), "mixed": Message("said in part"), "indirect": Message("reported")}
KIND_NOTES = {
    "direct": Message("the words are verbatim"),
    "mixed": Message("some words verbatim"),
    "indirect": Message("the outlet’s wording"),
}
KIND_MEANINGS = {
    "direct": Message("the words between quotation marks"),
    "mixed": Message("some words verbatim, some the outlet’s"),
    "indirect": Message("the outlet’s wording of what was said"),
}
NEUTRAL_CUES = frozenset(
    (
        *("said", "say", "says", "saying", "told", "tell", "tells", "telling", "wrote", "write", "writes", "writing"),
        *("added", "adds", "stated", "states", "according", "to"),
    )
)
FACETS = {
    "speaker": Message("Said by"),
    "kind": Message("How it was said"),
    "outlet": Message("Outlet"),
    "place": Message("Place"),
}
ALL_VALUES = {
    "speaker": Message("All {n} speakers"),
    "outlet": Message("All {n} outlets"),
    "place": Message("All {n} places"),
}
LISTED = {"speaker": Message("Speakers"), "outlet": Message("Outlets"), "place": Message("Places")}
VALUES_LEAD = Message("{values} in {search}.")
VALUES_NAMED = Message("{values} of whose name a word begins with “{name}”, in {search}.")
FIND = {"speaker": Message("Find a speaker"), "outlet": Message("Find an outlet"), "place": Message("Find a place")}
MORE_VALUES = Message("and {n} more")
TYPES = {"person": Message("person"), "organisation": Message("organisation"), "group": Message("group")}

EVIDENCE = {
    "override": Message("set by the librarian"),
    "wordpress": Message("record in an export"),
    "nitf": Message("record in an export"),
    "newsml": Message("record in an export"),
    "wire": Message("record in an export"),
    "json": Message("record in an export"),
    "front matter": Message("record in an export"),
    "database": Message("record in an export"),
    "feed": Message("entry in a feed"),
    "mail": Message("date of a mail"),
    "json-ld": Message("page metadata"),
    "meta": Message("page metadata"),
    "microdata": Message("page metadata"),
    "time": Message("time mark on the page"),
    "label": Message("label on the story"),
    "inline": Message("date line at the top"),
    "line": Message("date line at the top"),
    "dateline": Message("dateline"),
    "dateline without year": Message("dateline, year from the file’s place"),
    "path": Message("file name or folder"),
    "url": Message("address of the page"),
    "htmldate": Message("dates on the page"),
    "captured": Message("capture of the page"),
}
EVIDENCE_MEANINGS = {
    "set by the librarian": Message("written beside the file by whoever keeps the archive"),
    "record in an export": Message("the date that the outlet’s own system kept with the story"),
    "entry in a feed": Message("the date that the outlet’s feed gives the story"),
    "date of a mail": Message("when the newsletter or release was sent"),
    "page metadata": Message("the outlet’s own machine-readable date"),
    "time mark on the page": Message("a <time> element beside the headline"),
    "label on the story": Message("“Published: 14 May 2024”"),
    "date line at the top": Message("a line before the story that gives the date"),
    "dateline": Message("“FENWICK MILLS, May 14, 2024 —”"),
    "dateline, year from the file’s place": Message("“May 14 —”, and the year from the folder"),
    "file name or folder": Message("2024/05/14/… or 2024-05-14-…"),
    "address of the page": Message("/2024/05/14/… in the story’s own address"),
    "dates on the page": Message("the best of several dates on the page"),
}
NO_EVIDENCE = Message("no date in the file")
COARSE_EVIDENCE = {"month": Message("month only, {evidence}"), "year": Message("year only, {evidence}")}
PRECISIONS = {
    "minute": Message("to the minute"),
    "day": Message("to the day"),
    "month": Message("the month only"),
    "year": Message("the year only"),
}
CONFIDENCE = {
    "sure": Message("Sure ({value})"),
    "likely": Message("Likely ({value})"),
    "possible": Message("Possible ({value})"),
}
AGREES = Message("{evidence}, agrees")
DIFFERS = Message("{evidence}, not used")
IS_UPDATE = Message("an update, not the day it was published")
IS_USED = Message("{evidence}, used")

REFERENCES = (("RIS", ".ris"), ("BibTeX", ".bib"), ("CSL-JSON", ".csl.json"))
DATE_RESTS_ON = Message("Date: {evidence}")
DATED_BY = Message("{date} (date: {evidence})")
CITED_STORY = Message("“{headline}”. {printed}. {url} {accessed}")
CITED_DERIVED = Message("[{headline}]. {printed}. {url} {accessed}")
IN_THE_ARCHIVE = Message("In this archive since {instant}")
SAID_IN_A_NOTE = Message("{who} ({kind}): {said}")
CITED_STATEMENT = Message("{who}: {said} — in “{headline}”, {printed}. {url} {accessed}")
ACCESSED = Message("(accessed {day})")

AND_OTHERS = Message("{names} and others")
OF_ONE = Message("{name}: {what}")
UNNAMED = Message("An unnamed source")
UNNAMED_NOTE = Message("unnamed in the story, and left unnamed")
AT_THE_TIME = Message("{role} at the time")
POSSIBLE = Message("Possible")
BELIEF = Message("Belief")
TIMES = Message("{label} ×{n}")

MONTHS = {
    # whether they are short
    False: Message("January February March April May June July August September October November December"),
    True: Message("Jan Feb Mar Apr May June July Aug Sep Oct Nov Dec"),
}
DAY = {False: Message("{day} {month} {year}"), True: Message("{day} {short_month} {year}")}
DAY_OF_MONTH = Message("{day} {short_month}")
MONTH_OF_YEAR = Message("{month} {year}")
SINCE, UNTIL = Message("since {day}"), Message("until {day}")
FROM_DAY_TO_DAY = Message("{first} – {last}")
MOMENT = Message("{day}, {time}")
DECADE = Message("{first}s")
QUARTERS = (
    Message("January to March {year}"),
    Message("April to June {year}"),
    Message("July to September {year}"),
    Message("October to December {year}"),
)
UNITS = {"month": Message("Month"), "quarter": Message("Quarter"), "year": Message("Year"), "decade": Message("Decade")}
PER_UNIT = {
    "month": Message("{things} per month. Choose a bar or a year to narrow."),
    "quarter": Message("{things} per quarter. Choose a bar or a year to narrow."),
    "year": Message("{things} per year. Choose a bar to narrow."),
    "decade": Message("{things} per decade. Choose a bar to narrow."),
}
CHART_NAME = {
    "month": Message("{things} per month, {first} to {last}"),
    "quarter": Message("{things} per quarter, {first} to {last}"),
    "year": Message("{things} per year, {first} to {last}"),
    "decade": Message("{things} per decade, {first} to {last}"),
}
BAR = Message("{period}: {count}")
ONLY_YEAR = Message("Only {year}")
UNDATED = Message("Undated")
OUTSIDE = Message("{period} (outside your dates)")
EARLIER, LATER = Message("Until {month}"), Message("Since {month}")
MONTH_UNKNOWN = Message("{year}, month not known")

COMPARE = Message("Compare speakers")
COMPARED_FIELDS = (Message("First speaker"), Message("Second speaker"), Message("Third speaker"))
COMPARED_ALONE = Message("{names}, to compare with others")
COMPARED_TITLES = {
    # with words, with dates
    (False, False): Message("{names} side by side"),
    (True, False): Message("{names} on {words}"),
    (False, True): Message("{names}, {dates}"),
    (True, True): Message("{names} on {words}, {dates}"),
}
COMPARED = {
    (False, False): Message("{each}"),
    (True, False): Message("{each} containing {words}"),
    (False, True): Message("{each} dated {dates}"),
    (True, True): Message("{each} containing {words} dated {dates}"),
}
AND, COMMA, BY = Message(" and "), Message(", "), Message(" by ")
NOT_A_REPLY = Message("Side by side is not a reply: nothing here says that one answered the other.")
NO_MONTH = Plural(
    "{n} statement has no month and stands in no row below.",
    "{n} statements have no month and stand in no row below.",
)
TOO_MANY_COMPARED = Message("Two or three speakers can be compared, not {n}.")
COMPARE_WITH = (Message("Speakers to begin with"), Message("Compare with"), Message("Add a third"))
BOTH_SPOKE = {False: Message("Months when both spoke"), True: Message("Months when two or more spoke")}
ALL_MONTHS = Message("All {n} months")
MORE_MONTHS = {
    False: Plural("{n} earlier month →", "{n} earlier months →"),
    True: Plural("{n} later month →", "{n} later months →"),
}
MORE_FROM = Message("{n} more from {month}")
SAID_SO_OFTEN = Message("{name} {n}")
SIDE_BY_SIDE = {
    "month": Message("Statements per month. Choose a month to read it."),
    "quarter": Message("Statements per quarter. Choose one to narrow."),
    "year": Message("Statements per year. Choose one to narrow."),
    "decade": Message("Statements per decade. Choose one to narrow."),
}

NOTHING_SEARCHED = {
    "q": Message("Nothing was searched: the words cannot be read"),
    "speaker": Message("Nothing was searched: it is not clear who is meant"),
    "from": Message("Nothing was searched: the dates cannot be read"),
    "to": Message("Nothing was searched: the dates cannot be read"),
}
NOTHING_SEARCHED_AT_ALL = Message("Nothing was searched: the address cannot be read")
FROM_TO = Message("from {since} to {until}")
WITHOUT_PARAMETER = Message("the same without “{parameter}”")
TOO_MANY_PARAMETERS = Message("An address has at most {n} parameters.")
MONTHS_IS = Message("“months” is both or all, not “{value}”.")
PAGE_IS = Message("“page” is a whole number from 1, not “{value}”.")
NO_PARAMETER = Message("There is no parameter “{name}”. The parameters are {names}.")
SEVERAL_CALLED = Message("Several people are meant by “{name}”. Choose one.")
ELSEWHERE = Message("in other stories: {why}")
TOLD_APART = Message("told apart by: {mark}")
LAST_NAME_ONLY = Message("printed by this name alone")
FIELD_NAMES = {"q": Message("Words"), "speaker": Message("Said by"), "from": Message("From"), "to": Message("To")}

HOME_LEAD = {
    # with outlets, with one year, with several
    (False, "none"): Message("Search {stories} and the {statements} made in them."),
    (False, "one"): Message("Search {stories} of {first} and the {statements} made in them."),
    (False, "several"): Message("Search {stories}, {first} to {last}, and the {statements} made in them."),
    (True, "none"): Message("Search {stories} from {outlets} and the {statements} made in them."),
    (True, "one"): Message("Search {stories} from {outlets}, {first}, and the {statements} made in them."),
    (True, "several"): Message(
        "Search {stories} from {outlets}, {first} to {last}, and the {statements} made in them."
    ),
}
MOST_QUOTED = Message("Most quoted")
MOST_QUOTED_IN = Message("Most quoted in {year}")
ALL_SPEAKERS = Message("All speakers")
SPEAKERS_LEAD = Message("{speakers}, by how much they say.")
SPEAKERS_NAMED = Message("{speakers} of whose name a word begins with “{name}”, by how much they say.")
ONLY_POSSIBLE = Plural(
    "{n} more is named, but nothing is surely theirs; they come last.",
    "{n} more are named, but nothing is surely theirs; they come last.",
)
WHAT_DID_THEY_SAY = Message("What did {name} say?")
WHAT_DID_THEY_SAY_IN = Message("What did {name} say in {year}?")
WHAT_WAS_PRINTED_LAST = Message("What did {outlet} print last?")
WHICH_ARE_UNDATED = Message("Which stories have no date?")

TIMES_AS_OFTEN = Message("{n}×")
PRINTED_AS = Message("Printed as {role}.")
PRINTED_AS_SINCE = Message("Printed as {role} since {month}.")
PRINTED_AS_AFTER = Message("Printed as {role} since {month}. Before that: {before}.")
SPEAKER_FACTS = {
    "statements": Message("Statements"),
    "stories": Message("Stories"),
    "first": Message("First"),
    "latest": Message("Latest"),
    "verbatim": Message("Verbatim"),
}
YEARS = Message("{first} to {last}")

ABOUT_LEAD = {
    (True, True): Message(
        "This archive holds {stories}, read from {files}. "
        "{unread} could not be read, and {undated} could not be dated. "
        "This page says which and why."
    ),
    (True, False): Message(
        "This archive holds {stories}, each with a date, read from {files}. {unread} could not be read. "
        "This page says which and why."
    ),
    (False, True): Message(
        "This archive holds {stories}, read from {files}, every one that was found. {undated} could not be dated. "
        "This page says which and why."
    ),
    (False, False): Message(
        "This archive holds {stories}, each with a date, read from {files}, every one that was found."
    ),
}
"""By whether files could not be read, and whether stories could not be dated."""
NO_OUTLET = Message("No outlet named")
OTHER_OUTLETS = Plural("{n} more outlet, and none named", "{n} more outlets, and none named")
ABOUT_FACTS = {
    "built": Message("Built"),
    "took": Message("Took"),
    "statements": Message("Statements"),
    "speakers": Message("Speakers"),
}
MINUTES = Message("{minutes} min {seconds} s")
SECONDS = Message("{seconds} s")
SEE_THEM_ALL = Message("see them all")
FILES = {
    "found": Message("Files found"),
    "read": Message("Read in the last build"),
    "unchanged": Message("Unchanged since the build before"),
    "unread": Message("Not readable"),
    "removed": Message("Gone since the build before"),
}
PART_OF = Message("{part} in {path}")
KEPT_APART = Plural(
    "{n} more is kept apart: its speaker is unnamed, or likely but not sure.",
    "{n} more are kept apart: their speaker is unnamed, or likely but not sure.",
)
BELIEFS = Plural(
    "{n} more tells what people are reported to hope, fear or think.",
    "{n} more tell what people are reported to hope, fear or think.",
)
EXCERPTS = Message("Of {stories} the files hold only an excerpt.")
NOBODY_QUOTED = Message("In {stories} nobody is quoted by name.")

ONLY_THE_FIRST_MARKED = Message("Only the first {n} hits are marked.")
STATEMENT_GONE = Message(
    "The statement that this address led to is no longer found in this story. The story itself is below."
)

ERROR_TITLES = {
    404: Message("This page was moved, or never here"),
    405: Message("This address cannot be asked in that way"),
    410: Message("This was taken out of the archive"),
    500: Message("Something went wrong on our side"),
    429: Message("Too many requests at once"),
    503: Message("This cannot be answered just now"),
}
NO_INDEX = Message("There is no index to search yet")
INDEX_DAMAGED = Message("The index is damaged")
INDEX_DAMAGED_TEXT = Message("The index of this archive is damaged, so nothing can be searched until it is mended.")
INDEX_NOT_READ = Message("The index cannot be opened")
TOO_MANY = Message("More than {n} requests came from your address in a minute. Wait {seconds} s, then try again.")
ERROR_TEXTS = {
    404: Message("The address leads to nothing in this archive."),
    405: Message("Pages here are only read: with GET."),
    410: Message("It was removed for good, and its address is not given to anything else."),
    500: Message("The fault is in the site, not in your search. It has been noted in the server’s log."),
    503: Message("The archive has not been indexed, or its index cannot be opened."),
}
