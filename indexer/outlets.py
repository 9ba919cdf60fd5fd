"""The outlets an archive knows: ``outlets.toml`` in the corpus, domain or call sign -> name and time zone.

["elleryledger.example"]
name = "The Ellery Ledger"
zone = "America/Chicago"
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from indexer.tables import read_tables

FILE_NAME = "outlets.toml"


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper or station: its name as printed, and the zone its days are counted in."""

    name: str
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Outlets:
    """The known outlets, by domain or call sign (in small letters)."""

    by_key: dict[str, Outlet] = field(default_factory=dict)

    @property
    def names(self) -> frozenset[str]:
        """Every name that a line naming the outlet may have, in small letters."""
        plain = {outlet.name.casefold() for outlet in self.by_key.values()}
        return frozenset(plain | {name.removeprefix("the ") for name in plain})

    def find(self, name: str | None, url: str | None) -> Outlet | None:
        """Give the outlet of an address, or the one known by this name or call sign."""
        host = _host(url)
        while host:
            if host in self.by_key:
                return self.by_key[host]
            host = host.partition(".")[2]
        if not name:
            return None
        plain = _plain(name)
        if plain in self.by_key:
            return self.by_key[plain]
        return next((outlet for outlet in self.by_key.values() if _plain(outlet.name) == plain), None)


def load_outlets(roots: Iterable[Path]) -> Outlets:
    """Read the ``outlets.toml`` of each corpus folder that has one; raises ValueError for a bad one."""
    found: dict[str, Outlet] = {}
    for table, entries in read_tables(roots, FILE_NAME):
        for key, entry in entries.items():
            found[key.casefold().removeprefix("www.")] = _outlet(table, key, entry)
    return Outlets(found)


def _outlet(table: Path, key: str, entry: object) -> Outlet:
    if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
        raise ValueError(f"{table}: “{key}” has no name")
    zone = entry.get("zone")
    if zone is not None:
        try:
            ZoneInfo(str(zone))
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError(f"{table}: “{key}” has a time zone that is not known, “{zone}”") from error
    return Outlet(entry["name"], str(zone) if zone is not None else None)


def _host(url: str | None) -> str:
    if not url:
        return ""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _plain(name: str) -> str:
    return re.sub(r"^the\s+|-(?:tv|fm|am|dt|lp)$", "", name.strip().casefold())
