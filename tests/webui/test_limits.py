"""One client may ask so often; the others are not kept waiting for it."""

from __future__ import annotations

from tests.webui.conftest import sample, serve
from tests.webui.reading import find, heading, page
from webui.limits import RateLimit


def test_a_bucket_empties_and_fills_again() -> None:
    now = [100.0]
    limit = RateLimit(6, lambda: now[0])
    assert [limit.take("a") for _ in range(7)] == [0, 0, 0, 0, 0, 0, 10]
    assert limit.take("b") == 0
    now[0] += 10
    assert [limit.take("a"), limit.take("a")] == [0, 10]
    now[0] += 3_600
    assert [limit.take("a") for _ in range(7)] == [0, 0, 0, 0, 0, 0, 10]


def test_whoever_asks_too_often_is_told_how_long_to_wait() -> None:
    app = serve(sample()[:1], settings={"ONTHERECORD_REQUESTS_PER_MINUTE": "3"})
    with app.test_client() as client:
        assert [client.get("/search?q=water").status_code for _ in range(3)] == [200] * 3
        answer = client.get("/search?q=water&sort=newest")
        assert answer.status_code == 429
        assert 0 < int(answer.headers["Retry-After"]) <= 60
        assert answer.headers["Cache-Control"] == "no-store"
        tree = page(client, "/search?q=water&sort=newest", 429)
        assert heading(tree) == "Too many requests at once"
        assert "/search?q=water&sort=newest" in [link.get("href") for link in find(tree, "a")]
        assert client.get("/search.json?q=water").get_json()["status"] == 429
        assert client.get("/healthz").status_code == 200
        elsewhere = client.get("/search?q=water", environ_overrides={"REMOTE_ADDR": "203.0.113.9"})
        assert elsewhere.status_code == 200


def test_without_a_limit_nobody_is_refused() -> None:
    with serve(sample()[:1]).test_client() as client:
        assert {client.get("/help").status_code for _ in range(50)} == {200}
