"""Names that only a headline's capitals have made longer than they are: "SEN. HALE SECURES", "Profiles Hale"."""

from __future__ import annotations

from indexer.attribution.text.given_names import is_given_name
from indexer.attribution.text.parts import Mention, last_name


def cut_headline_names(names: list[Mention], has_headline: bool) -> None:
    """Make Hale of "SEN. HALE SECURES" in a headline where the text knows a Hale, but no Hale Secures.

    ``has_headline``: the first paragraph is one in capitals: "Profiles Hale" is Hale, if the text knows a Donald Hale.
    """
    printed = [m for m in names if not m.paragraph and " " in m.name and m.shape != "organisation"]
    body = {mention.name for mention in names if mention.paragraph} if printed else set()
    last_names = {last_name(name) for name in body}
    of_full_names = {last_name(name) for name in body if " " in name} if has_headline else set()
    for mention in printed:
        words = mention.name.split()
        if mention.name in body:
            continue
        if is_given_name(words[0]):
            continue
        if words[-1] in last_names:
            if words[-1] in of_full_names and mention.title is None:
                mention.name = words[-1]
            continue
        known = [word for word in words if word in last_names]
        if len(known) == 1 or words[0] in known:  # "SEN. HALE PRESSES BELL" is Hale
            mention.name = known[0]
