"""Random tests try the same examples on every machine, so that a change is judged by the change alone.

``HYPOTHESIS_PROFILE=wide make test`` looks further, with new examples at each run.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("wide", max_examples=1000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))
