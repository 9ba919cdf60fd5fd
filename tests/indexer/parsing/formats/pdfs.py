"""Small PDF files, written by hand: lines of text at given places, in the standard fonts."""

from __future__ import annotations

from collections.abc import Iterable

Placed = tuple[float, float, float, str]
"""x and y in points from the lower left corner, the size of the letters, and the words."""


def pdf(pages: Iterable[Iterable[Placed]], created: str = "D:20240601120000Z", extra: bytes = b"") -> bytes:
    """Give a PDF whose pages have these lines; ``extra`` goes into the trailer."""
    streams = [_stream(page) for page in pages]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, stream in enumerate(streams):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    objects.append(f"<< /CreationDate ({created}) >>".encode())
    return _file(objects, extra)


def _stream(lines: Iterable[Placed]) -> bytes:
    parts = []
    for x, y, size, text in lines:
        plain = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")
        parts.append(b"BT /F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (size, x, y, plain))
    return b"\n".join(parts)


def _file(objects: list[bytes], extra: bytes) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        len(objects),
        extra,
        start,
    )
    return bytes(out)
