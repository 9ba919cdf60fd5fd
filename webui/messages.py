"""Every word that the site says itself, in one place, so that another language can be put beside it.

A sentence is one message for each form it can take, with its parts as {placeholders}; it is never glued from
fragments, so that a translation may put the parts in any order.
"""

from __future__ import annotations

from search.query.request import Collection, Sort

Counted = tuple[str, str, str]
"""What to say of none, of one and of several."""

COUNTED: dict[str, Counted] = {
    "articles": ("No articles", "{n} article", "{n} articles"),
    "statements": ("No statements", "{n} statement", "{n} statements"),
    "speakers": ("No speakers", "{n} speaker", "{n} speakers"),
    "stories": ("No stories", "{n} story", "{n} stories"),
    "files": ("No files", "{n} file", "{n} files"),
    "outlets": ("no outlets", "{n} outlet", "{n} outlets"),
    "hits": ("No hits", "{n} hit", "{n} hits"),
    "groups": ("no groups", "{n} group", "{n} groups"),
    "articles so far": ("Articles", "At least {n} article", "At least {n} articles"),
    "statements so far": ("Statements", "At least {n} statement", "At least {n} statements"),
}
ALL_OF: dict[Collection, str] = {"articles": "Articles", "statements": "Statements"}

SEARCHED: dict[tuple[Collection, bool, bool, bool], str] = {
    # collection, with a speaker, with words, with dates
    ("articles", False, False, False): "{count} in the archive",
    ("articles", False, True, False): "{count} containing {words}",
    ("articles", False, False, True): "{count} dated {dates}",
    ("articles", False, True, True): "{count} containing {words} dated {dates}",
    ("articles", True, False, False): "{count} in which {speakers} speaks",
    ("articles", True, True, False): "{count} in which {speakers} speaks, containing {words}",
    ("articles", True, False, True): "{count} in which {speakers} speaks, dated {dates}",
    ("articles", True, True, True): "{count} in which {speakers} speaks, containing {words} dated {dates}",
    ("statements", False, False, False): "{count} in the archive",
    ("statements", False, True, False): "{count} containing {words}",
    ("statements", False, False, True): "{count} dated {dates}",
    ("statements", False, True, True): "{count} containing {words} dated {dates}",
    ("statements", True, False, False): "{count} by {speakers}",
    ("statements", True, True, False): "{count} by {speakers} containing {words}",
    ("statements", True, False, True): "{count} by {speakers} dated {dates}",
    ("statements", True, True, True): "{count} by {speakers} containing {words} dated {dates}",
}
IN_ORDER = "{sentence} with {order}"
ORDERS: dict[Sort, str] = {
    "relevance": "the best match first",
    "newest": "the newest first",
    "oldest": "the oldest first",
}
SORTS: dict[Sort, str] = {"newest": "Newest", "oldest": "Oldest", "relevance": "Relevance"}
EITHER = "{first} or {second}"
CHANGE = "{change} without"
REMOVE = "Remove {label}, "
REMOVE_PLAIN = "remove"
FILTERS = {
    "outlet": "printed by",
    "kind": "quoted as",
    "role": "speaking as",
    "place": "datelined",
    "undated": "dates",
    "attribution": "speakers",
    "cue": "words of",
    "copies": "near-identical stories",
}
UNDATED_CHOICES = {"only": "undated only", "with": "undated ones included"}
POSSIBLE_APART: Counted = (
    "",
    "{n} more statement may belong here: who made it is unnamed, or likely but not sure. It is not counted.",
    "{n} more statements may belong here: who made them is unnamed, or likely but not sure. They are not counted.",
)
SHOW_THEM = "Show them among the others"
POSSIBLE_INCLUDED = "possible ones included"
BELIEF_INCLUDED = "belief included"

LEFT_OUT: dict[Collection, Counted] = {
    "articles": (
        "",
        "{n} undated article matches and is left out by the dates.",
        "{n} undated articles match and are left out by the dates.",
    ),
    "statements": (
        "",
        "{n} undated statement matches and is left out by the dates.",
        "{n} undated statements match and are left out by the dates.",
    ),
}
IN_GROUPS: dict[Collection, str] = {
    "articles": "{documents} in {groups}: near-identical copies of one story count once.",
    "statements": "{documents} in {groups}: what copies of one story repeat counts once.",
}
SHOW_COPIES = "Show every copy"
COPIES_SHOWN = "copies shown"
ALSO_RAN_VERBATIM = "Also ran, word for word, in"
ALSO_RAN_CHANGED = "Also ran, with other words, in"
MORE_COPIES: Counted = ("", "1 more copy:", "{n} more copies:")
DID_YOU_MEAN = "Did you mean this?"
INCLUDE_THEM = "Include them"
PARTIAL = "Partial: the search took longer than it may and was stopped. What is shown was found; there may be more."
PARTIAL_COUNTED = (
    "Partial: every hit was counted, but not all that stands beside them: the search took longer than it may."
)
NARROW_IT = "Narrow the search by dates, speaker or outlet, or ask again."
SCOPE: dict[Collection, str] = {
    "articles": "The whole archive was searched: {articles}.",
    "statements": "The whole archive was searched: what is said in {articles}.",
}
SO_FAR = "{n}+"
NOT_MARKED = "There was no time to mark the words that were searched for."
TITLED = "{asked}: {count}"
TITLED_PAGE = "{asked}: {count}, page {page}"
NOBODY = "Nobody in this archive is known as “{id}”."
SEVERAL_PEOPLE = "“{name}” is {n} people here; all of them are searched."
TELL_APART = "Tell them apart"
SHOWN = {
    "articles": "Articles {first} to {last} of {total}",
    "statements": "Statements {first} to {last} of {total}",
}
TOO_DEEP = "A search can be read {depth} hits deep. Narrow it to see the rest."
AS_A_TABLE = "Or take everything as a table"

KINDS = {"direct": "Said", "mixed": "Partly", "indirect": "Reported"}
KINDS_IN_A_SENTENCE = {"direct": "said", "mixed": "said in part", "indirect": "reported"}
KIND_NOTES = {
    "direct": "the words are verbatim",
    "mixed": "some words verbatim",
    "indirect": "the outlet’s wording",
}
KIND_MEANINGS = {
    "direct": "the words between quotation marks",
    "mixed": "some words verbatim, some the outlet’s",
    "indirect": "the outlet’s wording of what was said",
}
NEUTRAL_CUES = frozenset(
    (
        *("said", "say", "says", "saying", "told", "tell", "tells", "telling", "wrote", "write", "writes", "writing"),
        *("added", "adds", "stated", "states", "according", "to"),
    )
)
FACETS = {"speaker": "Said by", "kind": "How it was said", "outlet": "Outlet"}
MORE_VALUES = "and {n} more"
TYPES = {"person": "person", "organisation": "organisation", "group": "group"}

EVIDENCE = {
    "override": "set by the librarian",
    "wordpress": "record in an export",
    "nitf": "record in an export",
    "newsml": "record in an export",
    "wire": "record in an export",
    "json": "record in an export",
    "front matter": "record in an export",
    "database": "record in an export",
    "feed": "entry in a feed",
    "mail": "date of a mail",
    "json-ld": "page metadata",
    "meta": "page metadata",
    "microdata": "page metadata",
    "time": "time mark on the page",
    "label": "label on the story",
    "inline": "date line at the top",
    "line": "date line at the top",
    "dateline": "dateline",
    "dateline without year": "dateline, year from the file’s place",
    "path": "file name or folder",
    "url": "address of the page",
    "htmldate": "dates on the page",
}
EVIDENCE_MEANINGS = {
    "set by the librarian": "written beside the file by whoever keeps the archive",
    "record in an export": "the date that the outlet’s own system kept with the story",
    "entry in a feed": "the date that the outlet’s feed gives the story",
    "date of a mail": "when the newsletter or release was sent",
    "page metadata": "the outlet’s own machine-readable date",
    "time mark on the page": "a <time> element beside the headline",
    "label on the story": "“Published: 14 May 2024”",
    "date line at the top": "a line before the story that gives the date",
    "dateline": "“FENWICK MILLS, May 14, 2024 —”",
    "dateline, year from the file’s place": "“May 14 —”, and the year from the folder",
    "file name or folder": "2024/05/14/… or 2024-05-14-…",
    "address of the page": "/2024/05/14/… in the story’s own address",
    "dates on the page": "the best of several dates on the page",
}
NO_EVIDENCE = "no date in the file"
COARSE_EVIDENCE = {"month": "month only, {evidence}", "year": "year only, {evidence}"}
PRECISIONS = {"minute": "to the minute", "day": "to the day", "month": "the month only", "year": "the year only"}
CONFIDENCE = {"sure": "Sure ({value})", "likely": "Likely ({value})", "possible": "Possible ({value})"}
AGREES = "{evidence}, agrees"
DIFFERS = "{evidence}, not used"
IS_UPDATE = "an update, not the day it was published"
IS_USED = "{evidence}, used"

REFERENCES = (("RIS", ".ris"), ("BibTeX", ".bib"), ("CSL-JSON", ".csl.json"))
DATE_RESTS_ON = "Date: {evidence}"
DATED_BY = "{date} (date: {evidence})"
ACCESSED = "(accessed {day})"

UNNAMED = "An unnamed source"
UNNAMED_NOTE = "unnamed in the story, and left unnamed"
AT_THE_TIME = "{role} at the time"
POSSIBLE = "Possible"
BELIEF = "Belief"
TIMES = "{label} ×{n}"
HEADLINE_DERIVED = "The file has no headline; these are its first words."

DECADE = "{first}s"
QUARTERS = ("January to March", "April to June", "July to September", "October to December")
UNITS = {"month": "month", "quarter": "quarter", "year": "year", "decade": "decade"}
PER_UNIT = {
    "month": "{things} per month. Choose a bar or a year to narrow.",
    "quarter": "{things} per quarter. Choose a bar or a year to narrow.",
    "year": "{things} per year. Choose a bar to narrow.",
    "decade": "{things} per decade. Choose a bar to narrow.",
}
CHART_NAME = {
    "month": "{things} per month, {first} to {last}",
    "quarter": "{things} per quarter, {first} to {last}",
    "year": "{things} per year, {first} to {last}",
    "decade": "{things} per decade, {first} to {last}",
}
BAR = "{period}: {count}"
ONLY_YEAR = "Only {year}"
UNDATED = "Undated"
OUTSIDE = "{period} (outside your dates)"
EARLIER, LATER = "Until {month}", "Since {month}"
MONTH_UNKNOWN = "{year}, month not known"

COMPARE = "Compare speakers"
COMPARED_FIELDS = ("First speaker", "Second speaker", "Third speaker")
COMPARED_TITLES = {
    # with words, with dates
    (False, False): "{names} side by side",
    (True, False): "{names} on {words}",
    (False, True): "{names}, {dates}",
    (True, True): "{names} on {words}, {dates}",
}
COMPARED = {
    (False, False): "{each}",
    (True, False): "{each} containing {words}",
    (False, True): "{each} dated {dates}",
    (True, True): "{each} containing {words} dated {dates}",
}
AND, COMMA, BY = " and ", ", ", " by "
NOT_A_REPLY = "Side by side is not a reply: nothing here says that one answered the other."
NO_MONTH = (
    "",
    "{n} statement has no month and stands in no row below.",
    "{n} statements have no month and stand in no row below.",
)
TOO_MANY_COMPARED = "Two or three speakers can be compared, not {n}."
COMPARE_WITH = ("Speakers to begin with", "Compare with", "Add a third")
BOTH_SPOKE = {False: "Months when both spoke", True: "Months when two or more spoke"}
ALL_MONTHS = "All {n} months"
MORE_MONTHS = {False: "{n} earlier months →", True: "{n} later months →"}
MORE_FROM = "{n} more from {month}"
SAID_SO_OFTEN = "{name} {n}"
SIDE_BY_SIDE = {
    "month": "Statements per month. Choose a month to read it.",
    "quarter": "Statements per quarter. Choose one to narrow.",
    "year": "Statements per year. Choose one to narrow.",
    "decade": "Statements per decade. Choose one to narrow.",
}

NOTHING_SEARCHED = {
    "q": "Nothing was searched: the words cannot be read",
    "speaker": "Nothing was searched: it is not clear who is meant",
    "from": "Nothing was searched: the dates cannot be read",
    "to": "Nothing was searched: the dates cannot be read",
}
NOTHING_SEARCHED_AT_ALL = "Nothing was searched: the address cannot be read"
SEVERAL_CALLED = "Several people are meant by “{name}”. Choose one."
ELSEWHERE = "in other stories: {why}"
TOLD_APART = "told apart by: {mark}"
LAST_NAME_ONLY = "printed by this name alone"
FIELD_NAMES = {"q": "Words", "speaker": "Said by", "from": "From", "to": "To"}

HOME_LEAD = {
    # with outlets, with one year, with several
    (False, "none"): "Search {stories} and the {statements} made in them.",
    (False, "one"): "Search {stories} of {first} and the {statements} made in them.",
    (False, "several"): "Search {stories}, {first} to {last}, and the {statements} made in them.",
    (True, "none"): "Search {stories} from {outlets} and the {statements} made in them.",
    (True, "one"): "Search {stories} from {outlets}, {first}, and the {statements} made in them.",
    (True, "several"): "Search {stories} from {outlets}, {first} to {last}, and the {statements} made in them.",
}
MOST_QUOTED = "Most quoted"
MOST_QUOTED_IN = "Most quoted in {year}"
ALL_SPEAKERS = "All speakers"
SPEAKERS_LEAD = "{speakers}, by how much they say."
SPEAKERS_NAMED = "{speakers} of whose name a word begins with “{name}”, by how much they say."
ONLY_POSSIBLE = "{n} more are named, but nothing is surely theirs; they come last."
WHAT_DID_THEY_SAY = "What did {name} say?"
WHAT_DID_THEY_SAY_IN = "What did {name} say in {year}?"
WHAT_WAS_PRINTED_LAST = "What did {outlet} print last?"
WHICH_ARE_UNDATED = "Which stories have no date?"

TIMES_AS_OFTEN = "{n}×"
PRINTED_AS = "Printed as {role}."
PRINTED_AS_SINCE = "Printed as {role} since {month}."
PRINTED_AS_AFTER = "Printed as {role} since {month}. Before that: {before}."
SPEAKER_FACTS = {
    "statements": "Statements",
    "stories": "Stories",
    "first": "First",
    "latest": "Latest",
    "verbatim": "Verbatim",
}
YEARS = "{first} to {last}"

ABOUT_LEAD = (
    "{stories} were read from {files}. {unread} could not be read, and {undated} without a date. "
    "This page says which and why."
)
ABOUT_LEAD_ALL_READ = (
    "{stories} were read from {files}, every one that was found. There are {undated} without a date. "
    "This page says which and why."
)
ABOUT_FACTS = {"built": "Built", "took": "Took", "statements": "Statements", "speakers": "Speakers"}
MINUTES = "{minutes} min {seconds} s"
SECONDS = "{seconds:.1f} s"
SEE_THEM_ALL = "see them all"
FILES = {
    "found": "Files found",
    "read": "Read in the last build",
    "unchanged": "Unchanged since the build before",
    "unread": "Not readable",
    "removed": "Gone since the build before",
}
PART_OF = "{part} in {path}"
KEPT_APART = "{n} more are kept apart: their speaker is unnamed, or likely but not sure."
BELIEFS = "{n} more tell what people are reported to hope, fear or think."
EXCERPTS = "Of {stories} the files hold only an excerpt."
NOBODY_QUOTED = "In {stories} nobody is quoted by name."

ONLY_THE_FIRST_MARKED = "Only the first {n} hits are marked."
STATEMENT_GONE = "The statement that this address led to is no longer found in this story. The story itself is below."

ERROR_TITLES = {
    404: "This page was moved, or never here",
    405: "This address cannot be asked in that way",
    410: "This was taken out of the archive",
    500: "Something went wrong on our side",
    429: "Too many requests at once",
    503: "This cannot be answered just now",
}
NO_INDEX = "There is no index to search yet"
TOO_MANY = "More than {n} requests came from your address in a minute. Wait {seconds} s, then try again."
ERROR_TEXTS = {
    404: "The address leads to nothing in this archive.",
    405: "Pages here are only read: with GET.",
    410: "It was removed for good, and its address is not given to anything else.",
    500: "The fault is in the site, not in your search. It has been noted in the server’s log.",
    503: "The archive has not been indexed, or its index cannot be opened.",
}
