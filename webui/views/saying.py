"""How a statement is told wherever it stands: how sure it is, with which cue, between which marks."""

from __future__ import annotations

from search.documents import Statement
from webui import messages

_DOUBLE = ("“", '"', "«", "„")
_SINGLE, _SINGLE_END = ("‘", "'"), ("’", "'")


def note_of(statement: Statement) -> str:
    """Give what sets a statement apart from the sure and the said."""
    notes = []
    if statement.attribution == "possible":
        notes.append(messages.POSSIBLE())
    if statement.cue_class == "belief":
        notes.append(messages.BELIEF())
    return ", ".join(notes)


def cue_to_show(statement: Statement) -> str:
    """Give the cue that must come with words that are not verbatim: "denied", but not "said"."""
    if statement.kind == "direct" or statement.cue is None:
        return ""
    words = statement.cue.text.strip()
    is_neutral = all(word.lower() in messages.NEUTRAL_CUES for word in words.split())
    return "" if is_neutral or len(words.split()) > 4 else words


def lacks_marks(statement: Statement, text: str) -> bool:
    """Say whether verbatim words have no quotation marks around them: the content of a statement is without them."""
    text = text.strip()
    is_single = text.startswith(_SINGLE) and text.endswith(_SINGLE_END)
    return statement.kind == "direct" and not text.startswith(_DOUBLE) and not is_single


def quoted_with_cue(statement: Statement) -> str:
    """Give a statement's words to be copied: with their cue if they would mean something else without it.

    Verbatim words stand in quotation marks even where the slice holds none.
    """
    text = statement.text.strip()
    words = f"“{text}”" if lacks_marks(statement, text) else text
    return " ".join(filter(None, (cue_to_show(statement), words)))
