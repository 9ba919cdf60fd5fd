"""Mail: newsletters and press releases, one to a file (.eml) or many (.mbox)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from indexer.parsing.formats.mail_message import Letter, read_letter
from indexer.parsing.html import parse_html
from indexer.parsing.parsed import DroppedLine, LeftOut, ParsedArticle, SeenDate, Unreadable
from indexer.parsing.sources import Found, Source, part_of_text
from indexer.parsing.text import parse_text

_FIELD = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]?[^\r\n]*")
_OF_MAIL = re.compile(rb"^(?:message-id|mime-version|received|return-path|dkim-signature|delivered-to):", re.I | re.M)
_USUAL = re.compile(rb"^(from|to|date|subject|reply-to|cc):", re.I | re.M)
_MAIL_NAMES = frozenset({".eml", ".email", ".emlx"})
# "From ruth@weekly.example Thu Jun  6 09:00:00 2024", after a blank line or at the very beginning
_POSTMARK = re.compile(rb"(?:\A|\r?\n\r?\n)(From [^\r\n]{0,200}?\d{1,2}:\d\d[^\r\n]{0,30}\d{4}[^\r\n]{0,10}\r?\n)")
_QUOTED_POSTMARK = re.compile(rb"^>(>*From )", re.M)
_FOOTER = re.compile(
    r"unsubscribe\b.*|.{0,80}\bunsubscribe(?:\s+(?:here|from this list|at any time))?\W*|"
    r"manage (?:your )?preferences\b.*|"
    r"you (?:are|were|'re|’re) receiv(?:ing|ed) this\b.*|you received this (?:e-?mail|message|newsletter)\b.*|"
    r"forward(?:ed)? (?:this|to) (?:e-?mail|a friend)\b.*|update your (?:e-?mail )?preferences\b.*",
    re.I,
)
_LINK_LINE = re.compile(r"view (?:this (?:e-?mail|message|newsletter)|(?:it )?(?:in|online))\b.{0,120}", re.I)
_LEAST_PLAIN = 60


def is_mailbox(head: bytes, suffix: str) -> bool:
    """Say whether a file begins with the postmark of a mailbox and a header below it."""
    match = _POSTMARK.match(head)
    return bool(match and _FIELD.match(head, match.end()))


def is_mail(head: bytes, suffix: str) -> bool:
    """Say whether a file begins with the header of a mail; what only looks like one needs a mail's name."""
    if not _FIELD.match(head):
        return False
    block = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    lines = [line for line in block.splitlines() if line[:1] not in (b" ", b"\t")]
    if not lines or not all(_FIELD.match(line) for line in lines):
        return False
    usual = {name.lower() for name in _USUAL.findall(block)}
    return len(usual) >= 2 and (suffix in _MAIL_NAMES or bool(_OF_MAIL.search(block)))


def read_mail(source: Source) -> Iterator[Found]:
    """Read one mail; what is attached is read only where the mail itself says nothing."""
    yield from _read(source, source.data, one_of_many=False)


def read_mailbox(source: Source) -> Iterator[Found]:
    """Read a mailbox, mail by mail."""
    for letter in _letters(source.data):
        try:
            yield from _read(source, letter, one_of_many=True)
        except Unreadable as error:
            yield LeftOut(_name(letter), error.reason)


def _letters(data: bytes) -> Iterator[bytes]:
    begin: int | None = None
    for match in _POSTMARK.finditer(data):
        if begin is not None:
            yield _QUOTED_POSTMARK.sub(rb"\1", data[begin : match.start()])
        begin = match.end()
    if begin is not None:
        yield _QUOTED_POSTMARK.sub(rb"\1", data[begin:])


def _name(data: bytes) -> str | None:
    """The Message-ID, or else the subject, of a mail that cannot be read."""
    for field in (rb"message-id", rb"subject"):
        match = re.search(rb"^" + field + rb":[ \t]*([^\r\n]{1,200})", data[:16384], re.I | re.M)
        if match:
            return match[1].decode("utf-8", "replace").strip(" <>") or None
    return None


def _read(source: Source, data: bytes, one_of_many: bool) -> Iterator[Found]:
    letter = read_letter(data)
    article = _article(letter, source.outlets)
    if article is None:
        yield from _attached(source, letter)
        return
    part = (letter.id or part_of_text(article.text)) if one_of_many else None
    yield replace(article, part=part)
    for name, _ in letter.attachments:
        yield LeftOut(name, "an attachment", expected=True)


def _attached(source: Source, letter: Letter) -> Iterator[Found]:
    """A letter without words may bring its text along as a file."""
    if not letter.attachments:
        raise Unreadable("a mail without a text")
    for name, data in letter.attachments:
        source.budget.spend(len(data))
        for found in source.member(f"{letter.id}/{name}" if letter.id else name, data):
            if isinstance(found, ParsedArticle):
                found = replace(found, dates=(*found.dates, *letter.dates), outlet=found.outlet or letter.sender)
            yield found


def _article(letter: Letter, outlets: frozenset[str]) -> ParsedArticle | None:
    body, dropped = _without_footer(letter.plain)
    if letter.page and len(body) < _LEAST_PLAIN:
        (article,) = parse_html(letter.page, outlets)
        text, more = _without_footer(article.text, "\n\n")
        article, dropped = replace(article, text=text or article.text), [*dropped, *more]
    elif body.strip():
        # The subject stands above the text as a headline does, so that one repeated below it is known for what it is.
        (article,) = parse_text(f"Headline: {letter.subject}\n\n{body}" if letter.subject else body, outlets)
    else:
        return None
    names_outlet = (letter.sender or "").casefold() in outlets or not letter.people
    return replace(
        article,
        headline=letter.subject or article.headline,
        headline_derived=article.headline_derived and not letter.subject,
        bylines=article.bylines or letter.people,
        outlet=article.outlet or (letter.sender if names_outlet else None),
        dates=(*_not_after(article.dates), *letter.dates),
        dropped=(*article.dropped, *dropped),
    )


def _not_after(dates: tuple[SeenDate, ...]) -> tuple[SeenDate, ...]:
    """The dates within a mail, without those that were only guessed."""
    return tuple(date for date in dates if date.evidence != "htmldate")


def _without_footer(text: str, between: str = "\n") -> tuple[str, list[DroppedLine]]:
    """Take "View in browser" off a newsletter's head and everything from "Unsubscribe" on off its foot."""
    lines = text.split(between)
    dropped: list[DroppedLine] = []
    for number, line in enumerate(lines[:6]):
        if _LINK_LINE.fullmatch(line.strip()):
            dropped.append(DroppedLine(line.strip(), "newsletter"))
            lines[number] = ""
    for number in range(len(lines) // 2, len(lines)):
        if _FOOTER.fullmatch(lines[number].strip()):
            dropped += [DroppedLine(line.strip(), "newsletter") for line in lines[number:] if line.strip()]
            return between.join(lines[:number]).strip(), dropped
    return between.join(lines).strip("\n"), dropped
