"""A script typed into any field of a person's pages is words wherever it is shown."""

import re
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from desking import BELOVA, NOW, a_photo
from khronika.desk.archive import Archive
from khronika.desk.rules import Role
from khronika.desk.waiting.models import Asked

SCRIPT = '<script>alert("zqx")</script><img src=x onerror=alert(1)>'
PAGE = "/people/belova-alena"


@pytest.fixture
def filled(desk: Archive, alena: Client, enter: Callable[..., Client]) -> list[str]:
    """Scripts in every field; the addresses at which any of it is shown."""
    irina = enter(Role.EDITOR)
    why = {"reason": SCRIPT}
    claims = desk.casebook.in_force().ledger.claims
    rulings = [one for one, row in claims.items() if row.kind == "ruling"]
    key = next(one for one in keys(desk) if one.startswith("ruling"))
    alena.post(f"{PAGE}/settle/0", {"claim": rulings[0]} | why)
    alena.post(f"{PAGE}/entries/{key}/split", {"claim": rulings[0]} | why)
    alena.post(f"{PAGE}/statements/{rulings[1]}/level", {"level": "sealed"} | why)
    alena.post(f"{PAGE}/statements/{rulings[1]}/level", {"level": "public"} | why)
    asked = Asked.objects.get()
    irina.post(f"/waiting/asked/{asked.pk}", {"answer": "reject"} | why)
    alena.post(f"{PAGE}/statements/{rulings[0]}/correct", {"fact-court": SCRIPT} | why)
    alena.post(f"{PAGE}/pair", {"other": "vetrova-vera", "answer": "not-same"} | why)
    name = next(one for one, row in claims.items() if row.kind == "name")
    alena.post(f"{PAGE}/name", {
        "claim": name, "given": SCRIPT, "family": SCRIPT, "patronymic": SCRIPT,
    })  # fmt: skip
    file = SimpleUploadedFile(SCRIPT, a_photo(), SCRIPT)
    alena.post(f"{PAGE}/photos", {
        "picture": file, "credit": SCRIPT, "licence": SCRIPT, "faces": "agreed", "words": SCRIPT,
        "how": "told", "title": SCRIPT,
    })  # fmt: skip
    alena.post(f"{PAGE}/texts/en", {"words": SCRIPT, "level": "public", "ask": "yes"})
    return [
        PAGE, f"{PAGE}/history", f"{PAGE}/photos", f"{PAGE}/texts", f"{PAGE}/texts/en",
        f"{PAGE}/texts/ru/from/en", f"{PAGE}/pair?other=vetrova-vera", f"{PAGE}/pair?q={SCRIPT}",
        f"{PAGE}?known={SCRIPT}", "/waiting", f"{PAGE}/statements/{rulings[1]}",
        *(f"{PAGE}/entries/{key}" for key in keys(desk)),
    ]  # fmt: skip


def keys(desk: Archive) -> list[str]:
    entries = desk.snapshot(desk.today(NOW)).people[BELOVA].entries
    return [one.key for one in entries]


def test_it_is_shown_as_words_on_every_page(filled: list[str], alena: Client) -> None:
    seen = b""
    for address in filled:
        answer = alena.get(address, follow=True)
        assert answer.status_code == 200, address
        assert b"<script>alert" not in answer.content, address
        assert b"<img src=x" not in answer.content, address
        seen += answer.content
    assert len(re.findall(rb"alert\(&quot;zqx", seen)) > 20, "what is nowhere shown proves nothing"
