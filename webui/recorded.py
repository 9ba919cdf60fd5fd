"""What a build has written down in English (why a speaker, why a file was not read), told in the reader's language.

The index keeps such clauses as they were made. They are known here by their form; one that is not stays in English.
"""

from __future__ import annotations

import re
from functools import cache

from webui.languages import current_language
from webui.message import Message

WHY_THIS_SPEAKER = (
    Message("{printed}, paragraph {n}; {rule}"),
    Message("{printed}, headline; {rule}"),
    Message("he or she, and nobody else fits"),
    Message("he or she, fits best by {margin}"),
    Message("by the role"),
    Message("by what kind of body it is"),
    Message("named here"),
    Message("by its initials"),
    Message("last name of the same person"),
    Message("another form of the name"),
    Message("stands for the name"),
    Message("the answers of an interview"),
)
ELSEWHERE_TOO = (
    Message("the name"),
    Message("a name alone, which is joined with nobody of other articles"),
    Message("several persons of this name speak in this outlet"),
    Message("a person in {n} other stories"),
    Message("the name is known in {n} outlets"),
    Message("only one of this name is known in an office: {role} in {home}"),
    Message("{home} and {there} print the news of one area"),
    Message("“{name}” is {role} in {home}, “{other}” {second} in {there}"),
    Message("“{name}” and “{other}” in {home} at one time"),
    Message("{role} in {home}, {second} in {there}"),
    Message("{lone} ← {known}; nobody else there fits"),
    Message("{name} ← {full}, in the same article"),
    Message("{name} ← {full}, as {home} prints it"),
    Message("{name} has several full names in the archive; none of them is surely meant here"),
    Message("a name that every place may have; this is the one in {home}"),
    Message("a name that every place may have"),
)
REASONS = (
    Message("not a known format"),
    Message("not a plain file"),
    Message("a link that leads nowhere"),
    Message("a link; what it leads to is read where it stands"),
    Message("a link out of the corpus"),
    Message("has the name of another file, in other characters"),
    Message("larger than {size} MB"),
    Message("has no id of its own and the same words as another story of this file, which is kept"),
    Message("{reason}; what was read before is kept"),
    Message("took longer than {seconds} seconds; stopped"),
    Message("ended its reader ({how})"),
    Message("needs more memory than a file may take"),
    Message("nested too deeply"),
    Message("containers nested too deeply"),
    Message("unpacks to more than a file may hold"),
    Message("unpacks to more than {size} MB"),
    Message("empty"),
    Message("no text in it"),
    Message("binary data, not text"),
    Message("{kind}, not text"),
    Message("an image ({kind})"),
    Message("not JSON"),
    Message("JSON nested too deeply"),
    Message("JSON that holds no article"),
    Message("JSON that is cut off before its end"),
    Message("cut off before its end"),
    Message("more than {n} lines are not JSON"),
    Message("not published ({state})"),
    Message("a draft, not published"),
    Message("a section's page, no article"),
    Message("behind a password"),
    Message("not a post ({kind})"),
    Message("an attachment"),
    Message("a mail without a text"),
    Message("a mail of too many parts"),
    Message("a record without labels"),
    Message("no text item"),
    Message("a package of other items"),
    Message("cancelled or withheld by the agency"),
    Message("a PDF of {n} pages, more than a clipping has"),
    Message("a PDF with more drawn on a page than text"),
    Message("a PDF with more text than a clipping has"),
    Message("a damaged PDF"),
    Message("an encrypted PDF"),
    Message("scanned, no text"),
    Message("a saved page without the page"),
    Message("a page without an article"),
    Message("a page visited again, unchanged"),
    Message("a record that is no page ({kind})"),
    Message("a web archive that breaks off ({how})"),
    Message("an answer of the web that is no page (status {code})"),
    Message("the front page of a site"),
    Message("larger than a page may be"),
    Message("XML without an element"),
    Message("XML of a kind that is not read"),
    Message("XML that declares entities of its own, which are not read"),
    Message("damaged XML, not read to its end"),
    Message("a damaged zip file"),
    Message("an empty zip file"),
    Message("a zip file of more than {n} members"),
    Message("a zip file that breaks off, or whose list of members is damaged: there may have been more"),
    Message("a name that leads out of its archive"),
    Message("a system's own file"),
    Message("what a crawler wrote about its crawl"),
    Message("an office document"),
    Message("an office document or an electronic book"),
    Message("a program"),
    Message("no article in it; of {n} parts, the first: {reason}"),
    Message("larger than one story may be ({size} MB)"),
    Message("larger than the text of one story may be ({size} MB)"),
    Message("longer than a story may be ({n} characters)"),
    Message("no reader for “{suffix}” files"),
    Message("the rest"),
)
ROLES_OF_A_DATE = (Message("updated"), Message("bound"))
_CLAUSES = ("rule", "reason")
"""Placeholders that stand for another of these clauses."""
_FORMS = {"n": r"[\d,.]+", "size": r"[\d.]+", "home": r"[\w.-]+|the archive", "there": r"[\w.-]+"}


def told_again(clause: str) -> str:
    """Give a clause that a build wrote down, in the reader's language."""
    if current_language() == "en":
        return clause
    for message, form in _forms():
        found = form.fullmatch(clause)
        if found:
            values = found.groupdict()
            return message(**values | {name: told_again(values[name]) for name in _CLAUSES if name in values})
    return clause


@cache
def _forms() -> tuple[tuple[Message, re.Pattern[str]], ...]:
    known = (*REASONS, *WHY_THIS_SPEAKER, *ELSEWHERE_TOO, *ROLES_OF_A_DATE)
    ordered = sorted(known, key=lambda message: "{" in message.english)
    return tuple((message, re.compile(_pattern(message.english))) for message in ordered)


def _pattern(english: str) -> str:
    return re.sub(r"\\\{(\w+)\\\}", lambda name: f"(?P<{name[1]}>{_FORMS.get(name[1], '.+')})", re.escape(english))
