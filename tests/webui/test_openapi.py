"""The OpenAPI document says what the answers are: every key of them, and for whatever is asked."""

from __future__ import annotations

import copy
import re
from typing import Any

import jsonschema
import pytest
import schemathesis
from flask.testing import FlaskClient
from hypothesis import HealthCheck, settings
from schemathesis.checks import CHECKS

from search.ids import article_id
from tests.webui.conftest import sample, serve

LETTER = article_id("ledger/2024/05/14/letter.txt")
ANSWERS = [
    ("/search.json", "/search.json?q=water+bond"),
    ("/search.json", "/search.json?q=water&in=statements&speaker=maren-tolliver&from=2020&undated=with&kind=direct"),
    ("/search.json", "/search.json?q=zeppelin&role=mayor&outlet=weekly&place=austin"),
    ("/search.json", "/search.json?attribution=possible&cue=belief&in=statements&page=2"),
    ("/search.json", "/search.json?undated=only&sort=newest&per_page=1"),
    ("/search/{field}.json", "/search/speaker.json?q=water&in=statements"),
    ("/search/{field}.json", "/search/place.json?name=fe&place=austin"),
    ("/search.feed.json", "/search.feed.json?q=water&in=statements"),
    ("/search.feed.json", "/search.feed.json?undated=only"),
    ("/compare.json", "/compare.json?speaker=augustin-pell&speaker=maren-tolliver&q=water"),
    ("/article/{id}.json", f"/article/{LETTER}.json"),
    ("/article/{id}.json", f"/article/{article_id('weekly/fair.txt')}.json"),
    ("/article/{id}.json", f"/article/{article_id('a/empty.txt')}.json"),
    ("/article/{id}.csl.json", f"/article/{LETTER}.csl.json"),
    ("/search.json", "/search.json?added=1999&sort=added"),
    ("/article/{id}.csl.json", f"/article/{article_id('weekly/fair.txt')}.csl.json"),
    ("/speakers.json", "/speakers.json?name=pell"),
    ("/speaker/{id}.json", "/speaker/maren-tolliver.json"),
    ("/suggest", "/suggest?q=ma"),
    ("/about.json", "/about.json"),
    ("/healthz", "/healthz"),
    ("/openapi.json", "/openapi.json"),
]
REFUSED = [
    "/search.json?q=a*",
    "/search.json?speeker=x",
    "/search.json?page=9999",
    "/search/speaker.json?page=0",
    "/search/month.json",
    "/article/nothing.json",
    "/nowhere.json",
]


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    with serve(sample()).test_client() as client:
        return dict(client.get("/openapi.json").get_json())


def closed(schema: Any) -> Any:
    """Give a schema that allows no key beside those that it names."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {name: closed(value) for name, value in schema.items()}
    if isinstance(inner.get("properties"), dict) and inner.get("type") == "object":
        inner.setdefault("additionalProperties", False)
    return inner


def check(answer: Any, schema: dict[str, Any], document: dict[str, Any]) -> None:
    whole = {**schema, "components": closed(copy.deepcopy(document["components"]))}
    jsonschema.Draft202012Validator(whole).validate(answer)


@pytest.mark.parametrize(("path", "address"), ANSWERS)
def test_an_answer_is_as_it_is_described_key_by_key(
    site: FlaskClient, document: dict[str, Any], path: str, address: str
) -> None:
    answer = site.get(address, follow_redirects=True)
    assert answer.status_code == 200
    (content,) = document["paths"][path]["get"]["responses"]["200"]["content"].items()
    assert answer.mimetype == content[0]
    check(answer.get_json(force=True), closed(content[1]["schema"]), document)


@pytest.mark.parametrize("address", REFUSED)
def test_a_refusal_is_as_it_is_described(site: FlaskClient, document: dict[str, Any], address: str) -> None:
    check(site.get(address).get_json(), {"$ref": "#/components/schemas/Error"}, document)


def test_every_json_address_is_described(site: FlaskClient, document: dict[str, Any]) -> None:
    rules = {re.sub("<(.+?)>", r"{\1}", rule.rule) for rule in site.application.url_map.iter_rules()}
    assert {rule for rule in rules if rule.endswith(".json")} <= set(document["paths"])
    assert set(document["paths"]) <= rules


described = schemathesis.openapi.from_wsgi("/openapi.json", serve(sample()))
described.config.phases.coverage.enabled = False
HELD = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
)


@described.parametrize()  # type: ignore[untyped-decorator]
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
def test_whatever_is_asked_the_answer_is_as_described(case: Any) -> None:
    # Without a server between, what came compressed would be taken for the answer itself.
    plain = {"Accept-Encoding": "identity"}
    case.call_and_validate(checks=CHECKS.get_by_names(list(HELD)), follow_redirects=True, headers=plain)
