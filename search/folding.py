"""Letters as people type them: without accents, and of the plain alphabet where one has a stroke or is two in one."""

from __future__ import annotations

import unicodedata
from typing import Literal

_PLAIN = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ŋ": "n", "þ": "th", "æ": "ae", "œ": "oe",
    "Ł": "L", "Ø": "O", "Đ": "D", "Ð": "D", "Ħ": "H", "Ŧ": "T", "Ŋ": "N", "Þ": "TH", "Æ": "AE", "Œ": "OE",
    "ß": "ss", "ẞ": "SS", "ı": "i",
}  # fmt: skip
"""Letters that no accent makes, so that Unicode does not take them apart."""
_TABLE = str.maketrans(_PLAIN)


def without_accents(text: str, form: Literal["NFD", "NFKD"] = "NFKD") -> str:
    """Give a text in plain letters: "José Weiß of Łódź" -> "Jose Weiss of Lodz".

    By ``NFD`` what is another way to write letters stays as it is: "ﬁ", "½".
    """
    if text.isascii():
        return text
    apart = unicodedata.normalize(form, text)
    plain = "".join(char for char in apart if not unicodedata.combining(char)).translate(_TABLE)
    return unicodedata.normalize("NFC", plain)
