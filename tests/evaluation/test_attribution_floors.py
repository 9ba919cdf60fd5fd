"""Floors under what attribution has reached; lowering one is a decision, not a repair."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from tests.evaluation.attribution import run
from tests.evaluation.sample_attribution import measure

SHARED = Path(__file__).parents[3] / "shared"
SCORER = SHARED / "tools" / "score_attribution.py"
DEVELOPMENT = SHARED / "data" / "attribution" / "dev.jsonl"


def load_scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_attribution", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_sample_archive() -> None:
    measures = measure()
    assert measures.unplaced == 0
    assert measures.quotations.f1 >= 0.985
    assert measures.pairs.f1 >= 0.965
    assert measures.reports.f1 >= 0.83
    assert measures.report_speakers.precision >= 0.85


@pytest.mark.skipif(
    not (SCORER.exists() and DEVELOPMENT.exists()), reason="the annotated articles are not beside the project"
)
def test_annotated_articles() -> None:
    gold = [json.loads(line) for line in DEVELOPMENT.read_text(encoding="utf-8").splitlines()]
    measures = load_scorer().score(gold, {article["id"]: run(article["text"]) for article in gold})
    assert measures["a_direct"]["F1"] >= 95.0
    assert measures["b_speaker_acc"]["named"]["acc"] >= 94.0
    assert measures["c_pair"]["F1"] >= 89.0
    assert measures["c_pair_named"]["F1"] >= 89.5
    assert measures["d_token"]["F1"] >= 79.0
    assert measures["d_statement_speech"]["F1"] >= 75.5
    assert measures["d_speaker"]["F1"] >= 60.5
