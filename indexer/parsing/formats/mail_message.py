"""The parts of a mail message: who wrote it and when, its text, its page, what is attached, and what is forwarded."""

from __future__ import annotations

import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr

from indexer.parsing.bylines import is_person_line, upright
from indexer.parsing.datestrings import cut_date
from indexer.parsing.decoding import decode, plain_characters
from indexer.parsing.parsed import SeenDate, Unreadable

MAX_PARTS = 500
_LONGEST_HEADER = 2000
_REPLY = re.compile(r"^\s*(?:(?:fwd?|fw|wg|tr|re)\s*:\s*|\[[\w .-]{1,30}\]\s+)+", re.I)
_FORWARDED = re.compile(
    r"^\s*>*\s*(?:-{2,}\s*(?:Forwarded message|Original Message)\s*-{2,}|Begin forwarded message:)\s*$", re.I | re.M
)
_INNER_FIELD = re.compile(r"^\s*>*\s*\*?(From|Date|Sent|Subject|To|Cc|Reply-To)\*?\s*:\s*\*?\s*(.*?)\s*\*?\s*$", re.I)
_SIGNATURE = re.compile(r"^-- $", re.M)
_BYTE = re.compile("[\udc80-\udcff]")
_COMMENT = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(frozen=True, slots=True)
class Letter:
    """A message: ``sender`` is the name it comes from, ``people`` that name if it is a person's."""

    id: str | None
    subject: str | None
    sender: str | None
    people: tuple[str, ...]
    dates: tuple[SeenDate, ...]
    plain: str
    page: str
    attachments: tuple[tuple[str, bytes], ...] = ()


def read_letter(data: bytes) -> Letter:
    """Read a message. Of one that is forwarded, the message within is read: it is what was published."""
    message = BytesParser(EmailMessage, policy=email.policy.default).parsebytes(data)
    return _letter(message)


def header(message: EmailMessage, name: str) -> str | None:
    """Give a header's value in one line, however damaged it is."""
    raw = next((raw for key, raw in message.raw_items() if key.lower() == name.lower()), None)
    if _BYTE.search(str(raw or "")):
        # Bytes that no header may hold, as old programs wrote them; the library gives a question mark for each.
        return " ".join(decode(str(raw)[:_LONGEST_HEADER].encode("utf-8", "surrogateescape")).split()) or None
    try:
        # The library takes minutes over a header of megabytes.
        value = message[name] if len(str(raw or "")) <= _LONGEST_HEADER else str(raw)[:_LONGEST_HEADER]
    except (ValueError, IndexError, AttributeError, LookupError, TypeError):
        # The library's own readers of structured headers break on some that are damaged; take it as it stands.
        value = raw
    plain = " ".join(plain_characters(str(value or "")).split())
    return plain.encode("utf-8", "replace").decode("utf-8") or None


def body_of(part: EmailMessage) -> str:
    """Give the text of a part, in the encoding it names or else the one it is in."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    return decode(data, part.get_content_charset()) if data.strip() else ""


def parts_of(message: EmailMessage) -> Iterator[EmailMessage]:
    """Give the parts that are no containers of others, those of a message within left out."""
    waiting = [message]
    for _ in range(MAX_PARTS):
        if not waiting:
            return
        part = waiting.pop()
        payload = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(payload, list):
            waiting.extend(reversed([inner for inner in payload if isinstance(inner, EmailMessage)]))
        else:
            yield part
    raise Unreadable("a mail of too many parts")


def _letter(message: EmailMessage, depth: int = 0) -> Letter:
    plain, page = [], []
    within: EmailMessage | None = None
    attachments: list[tuple[str, bytes]] = []
    for part in parts_of(message):
        kind, name = part.get_content_type(), _file_name(part)
        payload = part.get_payload()
        if kind == "message/rfc822" and isinstance(payload, list) and payload:
            within = within or (payload[0] if isinstance(payload[0], EmailMessage) else None)
        elif name or part.get_content_disposition() == "attachment":
            data = part.get_payload(decode=True)
            attachments.append((name or kind, data if isinstance(data, bytes) else b""))
        elif kind == "text/plain":
            plain.append(_flowed(body_of(part), part.get_param("format") == "flowed"))
        elif kind == "text/html":
            page.append(body_of(part))
    text = _SIGNATURE.split("\n".join(plain), maxsplit=1)[0]
    letter = _outer(message, text, "\n".join(page), tuple(attachments))
    if within is not None and depth < 3 and len(text.split()) < 60:
        inner = _letter(within, depth + 1)
        return replace(inner, id=letter.id or inner.id, dates=(*inner.dates, *_bounds(letter.dates)))
    return _inner(letter)


def _outer(message: EmailMessage, text: str, page: str, attachments: tuple[tuple[str, bytes], ...]) -> Letter:
    subject = _REPLY.sub("", header(message, "Subject") or "") or None
    sender = upright(parseaddr(header(message, "From") or "")[0].strip("\"' ")) or None
    date = _COMMENT.sub("", header(message, "Date") or "")
    identity = (header(message, "Message-ID") or "").strip(" <>") or None
    return Letter(
        id=identity,
        subject=subject,
        sender=_sender(sender),
        people=_people(sender),
        dates=(SeenDate(date, "mail"),) if date else (),
        plain=text,
        page=page,
        attachments=attachments,
    )


def _inner(letter: Letter) -> Letter:
    """A message forwarded within the text: its own header is what counts; the outer date is a bound."""
    mark = _FORWARDED.search(letter.plain)
    if not mark or len(letter.plain[: mark.start()].split()) > 60:
        return letter
    fields: dict[str, str] = {}
    lines = letter.plain[mark.end() :].lstrip("\r\n").split("\n")
    start = 0
    while start < len(lines):
        match = _INNER_FIELD.match(lines[start])
        if match:
            fields.setdefault(match[1].lower(), match[2])
        elif fields or lines[start].strip():
            break
        start += 1
    named = fields.get("from", "")
    sender = upright(parseaddr(named)[0].strip("\"' ") or named.partition("<")[0].strip("\"' "))
    written = cut_date(fields.get("date") or fields.get("sent") or "")
    if not (sender or written):
        return letter
    subject = _REPLY.sub("", fields.get("subject", ""))
    return replace(
        letter,
        subject=subject or letter.subject,
        sender=_sender(sender) or letter.sender,
        people=_people(sender),
        dates=(*([SeenDate(written, "mail")] if written else []), *_bounds(letter.dates)),
        plain="\n".join(re.sub(r"^> ?", "", line) for line in lines[start:]),
        page="",
    )


def _bounds(dates: tuple[SeenDate, ...]) -> tuple[SeenDate, ...]:
    return tuple(replace(date, role="bound") for date in dates)


def _sender(name: str | None) -> str | None:
    """ "Ruth Amsel, Fenwick Valley Weekly" and "Ruth Amsel via …": the name of what she writes for."""
    if not name or "@" in name:
        return None
    pieces = [
        piece.strip() for piece in re.split(r"\s*(?:,|\||\bvia\b|\bat\b|\bfrom\b|\s[-–—]\s)\s*", name) if piece.strip()
    ]
    others = [piece for piece in pieces if not is_person_line(piece)]
    return (others or pieces)[-1] if len(pieces) > 1 else name


def _people(name: str | None) -> tuple[str, ...]:
    first = re.split(r"\s*(?:,|\||\bvia\b|\bat\b|\bfrom\b|\s[-–—]\s)\s*", name or "")[0].strip()
    return (first,) if is_person_line(first) and not _OFFICE.search(first) else ()


_OFFICE = re.compile(
    r"\b(?:Office|Press|News|Media|County|City|Department|Authority|Team|Newsletter|Weekly|Daily|Ledger|Times|Post|Service|"
    r"Communications|Information|District|Schools?|Police|Sheriff|Council|Journal|Tribune|Herald|Gazette|Briefing|Desk|"
    r"Update|Alerts?|Digest|Today|Morning|Evening|The)\b"
)


def _file_name(part: EmailMessage) -> str | None:
    try:
        name = part.get_filename()
    except (ValueError, IndexError, AttributeError, LookupError, TypeError):
        return "attachment"
    return re.sub(r"[\\/\x00-\x1f]+", "_", name)[:200] if name else None


def _flowed(text: str, is_flowed: bool) -> str:
    """Join the lines of "format=flowed": those that end in a space run on."""
    text = text.replace("\r\n", "\n")
    return re.sub(r"(?<!^--) \n(?!\n)", " ", text, flags=re.M) if is_flowed else text
