"""Settings: the one reader of environment variables. Made once, at the rim, and handed down."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

PREFIX = "ONTHERECORD_"
LANGUAGES = ("en", "es")
"""The languages that the site speaks."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its environment variable without the prefix, its default, and what it does."""

    name: str
    default: str
    help: str


SETTINGS = (
    Setting("INDEX", "index", "Folder that holds the index's generations."),
    Setting("CORPUS", "corpus", "Folder of article files that `make run` and `make index` read."),
    Setting("ENGINE", "whoosh", "Search engine: whoosh."),
    Setting("TITLE", "On the Record", "Name of the site, in its masthead, feeds and page titles."),
    Setting(
        "LANGUAGE",
        "en",
        "Language of the archive, en or es: of the site where neither address nor browser asks for one, "
        "and of what was printed.",
    ),
    Setting("HOST", "127.0.0.1", "Address that the server listens on."),
    Setting("PORT", "8000", "Port that the server listens on."),
    Setting("WORKERS", "2", "Server processes, forked before the first request."),
    Setting("TIME_LIMIT", "5", "Seconds that an answer may take; a slower search shows what it has by then."),
    Setting("REQUESTS_PER_MINUTE", "0", "How often one client may ask each server process in a minute; 0: no limit."),
    Setting(
        "PUBLIC_URL",
        "",
        "Address that readers reach the site at; without it the request's, if it names this machine.",
    ),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the programs are told from outside."""

    index: Path
    corpus: Path
    engine: str
    title: str
    language: str
    host: str
    port: int
    workers: int
    time_limit: float
    requests_per_minute: int
    public_url: str

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read every setting. Raises ValueError with a sentence for a value that cannot be one."""
        given = os.environ if environment is None else environment
        values: dict[str, Any] = {
            setting.name.lower(): given.get(PREFIX + setting.name, setting.default) for setting in SETTINGS
        }
        for name, least in (("port", 1), ("workers", 1), ("requests_per_minute", 0)):
            if not re.fullmatch("[0-9]{1,5}", values[name]) or not least <= int(values[name]) < 65536:
                raise ValueError(f"{PREFIX}{name.upper()} is a whole number from {least} up, not “{values[name]}”.")
            values[name] = int(values[name])
        values["time_limit"] = _seconds(values["time_limit"])
        if values["engine"] != "whoosh":
            raise ValueError(f"{PREFIX}ENGINE is “whoosh”, not “{values['engine']}”.")
        if values["language"] not in LANGUAGES:
            raise ValueError(f"{PREFIX}LANGUAGE is {' or '.join(LANGUAGES)}, not “{values['language']}”.")
        values["index"], values["corpus"] = Path(values["index"]), Path(values["corpus"])
        assert {field.name for field in fields(cls)} == set(values)
        return cls(**values)


def _seconds(value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 3600:
        raise ValueError(f"{PREFIX}TIME_LIMIT is a number of seconds above 0, such as 5 or 0.5, not “{value}”.")
    return seconds
