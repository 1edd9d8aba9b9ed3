"""Programs at the door: tokens, what they read, what they propose, and what the guide promises."""

import json
import re
import shlex
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client

from builders import a_claim, a_decision, a_ledger
from desking import BELOVA, NOW, PASSPHRASE, SQUARE
from desking_addresses import ADDRESSES, address_of
from khronika.desk import clock
from khronika.desk.accounts import writes as accounts
from khronika.desk.accounts.models import Account
from khronika.desk.api import door, tokens
from khronika.desk.api.models import Token
from khronika.desk.archive import Archive
from khronika.desk.rules import RULES, Role, Scope
from khronika.schema.decision import Verb
from khronika.schema.visibility import Visibility

GUIDE = Path(__file__).parents[2] / "docs/guide/api.md"
WORDS = "On 18 November Alena Belova was taken to another prison."
PROPOSAL = {
    "person": "belova-alena",
    "document": {"title": "River Paper", "words": WORDS, "published": True},
    "claims": [{"kind": "transfer", "fields": {"date": "2026-11-18"}, "quote": WORDS}],
}
API = sorted(name for name, rule in RULES.items() if rule.scope)


@pytest.fixture
def lead(account: Callable[..., Account]) -> Account:
    return account(Role.COORDINATOR)


@pytest.fixture
def token(lead: Account, desk: Archive) -> Callable[..., str]:
    """Makes tokens."""

    def make(scope: Scope = Scope.READ, *, case: str = "", days: int = 30) -> str:
        return tokens.make(lead, "robot", scope=scope, case=case, days=days, today=NOW.date())

    return make


def ask(address: str, shown: str, *, sent: object = None) -> HttpResponse:
    headers = {"Authorization": f"Bearer {shown}"}
    if sent is None:
        return Client().get(address, headers=headers)
    body = sent if isinstance(sent, str | bytes) else json.dumps(sent)
    return Client(enforce_csrf_checks=True).post(
        address, body, content_type="application/json", headers=headers
    )


def propose(shown: str, **changed: object) -> HttpResponse:
    return ask("/api/v1/proposals", shown, sent=PROPOSAL | changed)


def test_a_token_reads_the_people_page_by_page(token: Callable[..., str]) -> None:
    first = ask("/api/v1/people?size=1", token()).json()
    second = ask("/api/v1/people?size=1&page=2", token()).json()
    assert first["count"] == first["pages"] == 2
    assert {first["people"][0]["slug"], second["people"][0]["slug"]} == {
        "belova-alena", "vetrova-vera",
    }  # fmt: skip


@pytest.mark.parametrize("page", ["0", "-1", "x", "9" * 40, "", "1%00"])
def test_a_page_that_is_no_number_is_the_first(token: Callable[..., str], page: str) -> None:
    assert ask(f"/api/v1/people?page={page}", token()).json()["page"] == 1


def test_a_token_reads_a_person_as_the_command_prints_it(token: Callable[..., str]) -> None:
    answer = ask("/api/v1/people/belova-alena", token()).json()
    assert answer["person"] == BELOVA
    assert [one["field"] for one in answer["disputes"]] == ["term"]
    assert {"entries", "gaps", "ahead", "status", "reckoned"} <= answer.keys()


@pytest.mark.parametrize("name", API)
@pytest.mark.parametrize("role", list(Role))
def test_no_cookie_opens_what_answers_programs(
    name: str, role: Role, enter: Callable[..., Client]
) -> None:
    client, address = enter(role), address_of(ADDRESSES[name])
    for method in ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"):
        answer = client.generic(method, address)
        assert answer.status_code == 404
        assert answer.headers["Content-Type"] == "application/json"


@pytest.mark.parametrize("name", API)
@pytest.mark.parametrize("scope", list(Scope))
def test_a_token_does_the_one_thing_it_was_made_for(
    name: str, scope: Scope, token: Callable[..., str]
) -> None:
    rule, address = RULES[name], address_of(ADDRESSES[name])
    shown = token(scope)
    for method in ("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
        answer = Client().generic(method, address, headers={"Authorization": f"Bearer {shown}"})
        if scope != rule.scope:
            assert answer.status_code == 404
        elif method not in rule.asked:
            assert answer.status_code == 405
        else:
            assert answer.status_code not in {404, 405, 500}


@pytest.mark.parametrize("name", sorted(RULES.keys() - set(API) - {"home", "language", "setup"}))
def test_a_token_opens_no_page(name: str, token: Callable[..., str]) -> None:
    if RULES[name].allows(Role.STRANGER, "GET"):
        return
    assert ask(address_of(ADDRESSES[name]), token()).status_code in {404, 405}


@pytest.mark.parametrize("shown", ["", "khr_", "x" * 10_000, "khr_ü", "' OR 1=1 --"])
def test_what_is_no_token_opens_nothing(token: Callable[..., str], shown: str) -> None:
    token()
    answer = Client().get("/api/v1/people", headers={"Authorization": f"Bearer {shown}"})
    assert answer.status_code == 404
    assert "error" in answer.json()


def test_a_token_is_over_after_its_day(
    token: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = token()
    assert ask("/api/v1/people", shown).status_code == 200
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=31))
    assert ask("/api/v1/people", shown).status_code == 404


def test_a_token_ends_with_the_access_of_whoever_made_it(
    token: Callable[..., str], lead: Account
) -> None:
    shown = token()
    accounts.end_access(lead)
    assert ask("/api/v1/people", shown).status_code == 404


def test_a_token_of_a_case_sees_what_its_support_group_would(
    token: Callable[..., str], desk: Archive
) -> None:
    told = a_claim("occupation", subject=BELOVA, value={"text": "zqxteam", "lang": "en"})
    batch = a_ledger([told], levels={told.id(): Visibility.TEAM})
    desk.casebook.store.append(
        batch | a_ledger(sources=[], decisions=[a_decision(Verb.ACCEPT, told.id())])
    )
    whole, narrow = token(), token(case=SQUARE)
    assert ask("/api/v1/people", narrow).json()["count"] == 1
    assert ask("/api/v1/people/vetrova-vera", narrow).status_code == 404
    assert b"zqxteam" in ask("/api/v1/people/belova-alena", whole).content
    assert b"zqxteam" not in ask("/api/v1/people/belova-alena", narrow).content


def test_what_is_proposed_waits_and_is_not_doubled(
    token: Callable[..., str], desk: Archive, alena: Client
) -> None:
    shown = token(Scope.PROPOSE)
    answer = propose(shown)
    assert answer.status_code == 201, answer.content
    (claim,) = answer.json()["waiting"]
    assert claim not in desk.casebook.in_force().accepted
    assert claim in alena.get("/waiting").content.decode()
    state = desk.casebook.store.state()
    assert propose(shown).json()["waiting"] == [claim]
    assert desk.casebook.store.state() == state


def test_what_is_not_said_to_be_published_is_for_the_team(
    token: Callable[..., str], desk: Archive
) -> None:
    document = {"title": "A call", "words": WORDS}
    (claim,) = propose(token(Scope.PROPOSE), document=document).json()["waiting"]
    assert desk.casebook.ledger().visibility[claim] is Visibility.TEAM


BAD: list[tuple[dict[str, object], str]] = [
    ({"person": "nobody-here"}, "nobody this token may see"),
    ({"person": 7}, "person is missing"),
    ({"document": []}, "document is an object"),
    ({"document": {"title": "x", "words": ""}}, "words is missing"),
    ({"document": {"title": "x", "words": WORDS, "url": "file:///etc/passwd"}}, "https://"),
    ({"claims": []}, "1 to 50"),
    ({"claims": PROPOSAL["claims"] * 51}, "1 to 50"),  # type: ignore[operator]
    (
        {"claims": [{"kind": "transfer", "fields": {"date": "2026"}, "quote": "elsewhere"}]},
        "letter",
    ),
    ({"claims": [{"kind": "transfer", "fields": {}, "quote": WORDS}]}, "letter"),
    ({"claims": [{"kind": "x", "fields": {"date": "2026"}, "quote": WORDS}]}, "no kind"),
    ({"claims": [{"kind": "transfer", "fields": {"date": "zq"}, "quote": WORDS}]}, "date"),
    ({"claims": [{"kind": "transfer", "fields": {"zq": "2026"}, "quote": WORDS}]}, "no field"),
    ({"claims": [{"kind": "health", "fields": {"text": "x"}, "quote": WORDS}]}, ""),
]


@pytest.mark.parametrize(("changed", "said"), BAD)
def test_what_is_no_proposal_is_refused_in_a_sentence_and_leaves_nothing(
    token: Callable[..., str], desk: Archive, changed: dict[str, object], said: str
) -> None:
    before = desk.casebook.store.state()
    answer = propose(token(Scope.PROPOSE), **changed)
    assert answer.status_code == 422
    assert said in answer.json()["error"]
    assert desk.casebook.store.state() == before


@pytest.mark.parametrize("body", ["", "{", "null", "[]", '"x"', "[" * 100_000, b"\xff\xfe"])
def test_what_is_no_json_is_refused(token: Callable[..., str], body: str | bytes) -> None:
    answer = ask("/api/v1/proposals", token(Scope.PROPOSE), sent=body or " ")
    assert answer.status_code in {400, 422}
    assert "error" in answer.json()


def test_a_mistake_of_the_program_is_a_sentence_and_shows_nothing_of_it(
    token: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("zqxinside")

    monkeypatch.setattr("khronika.desk.api.views.known_json", fail)
    client = Client(raise_request_exception=False)
    headers = {"Authorization": f"Bearer {token()}"}
    answer = client.get("/api/v1/people/belova-alena", headers=headers)
    assert answer.status_code == 500
    assert answer.json() == {"error": "Something went wrong here."}


def test_a_token_of_a_case_proposes_about_its_people_alone(token: Callable[..., str]) -> None:
    shown = token(Scope.PROPOSE, case=SQUARE)
    assert propose(shown, person="vetrova-vera").status_code == 422
    assert propose(shown).status_code == 201


def test_a_body_too_large_is_refused(token: Callable[..., str]) -> None:
    document = {"title": "x", "words": "y" * door.MAX_BODY}
    assert propose(token(Scope.PROPOSE), document=document).status_code == 413


def test_one_token_does_not_ask_without_end(token: Callable[..., str]) -> None:
    shown, other = token(), token()
    for _ in range(door.EACH_MINUTE):
        assert ask("/api/v1/people/nobody", shown).status_code == 404
    answer = ask("/api/v1/people", shown)
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "60"
    assert ask("/api/v1/people", other).status_code == 200


def test_no_page_of_another_site_may_read_an_answer(token: Callable[..., str]) -> None:
    answer = Client().get("/api/v1/people", headers={
        "Authorization": f"Bearer {token()}", "Origin": "https://evil.example",
    })  # fmt: skip
    assert not [name for name in answer.headers if name.lower().startswith("access-control")]
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer.headers["Cache-Control"] == "no-store"
    assert not answer.cookies


def test_a_token_is_made_by_a_coordinator_with_the_passphrase_and_shown_once(
    desk: Archive, alena: Client
) -> None:
    sent = {"name": "robot", "scope": "read-people", "days": "30", "passphrase": "wrong"}
    assert alena.post("/tokens", sent).status_code == 422
    assert not Token.objects.exists()
    page = alena.post("/tokens", sent | {"passphrase": PASSPHRASE}).content.decode()
    shown = re.search(r"khr_[\w-]{40,}", page)
    assert shown
    assert "khr_" not in alena.get("/tokens").content.decode()
    row = Token.objects.get()
    assert shown[0] not in {str(value) for value in vars(row).values()}
    assert ask("/api/v1/people", shown[0]).status_code == 200
    assert "last used" in alena.get("/tokens").content.decode()
    alena.post(f"/tokens/{row.pk}/end")
    assert ask("/api/v1/people", shown[0]).status_code == 404


def examples() -> list[tuple[list[str], str]]:
    """The commands of the guide, each with the JSON that stands below it."""
    blocks = re.findall(r"```(text|json)\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    return [
        (shlex.split(text), blocks[number + 1][1] if number + 1 < len(blocks) else "")
        for number, (form, text) in enumerate(blocks)
        if form == "text" and text.startswith("curl")
    ]


def test_the_examples_of_the_guide_work(token: Callable[..., str]) -> None:
    people, person, proposal = examples()
    listed = ask(people[0][-1].partition("8765")[2], token()).json()
    promised = json.loads(people[1])
    assert listed.keys() == promised.keys()
    assert listed["people"][0].keys() == promised["people"][0].keys()
    assert ask(person[0][-1].partition("8765")[2], token()).status_code == 200
    sent = json.loads(proposal[1])
    answer = ask(proposal[0][-1].partition("8765")[2], token(Scope.PROPOSE), sent=sent)
    assert answer.status_code == 201, answer.content
    assert answer.json().keys() == {"waiting"}
