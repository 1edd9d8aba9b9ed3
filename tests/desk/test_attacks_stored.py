"""A script stored in any field, and addresses that lead out: words, and nothing else."""

import re
import socket
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from django.test import Client

from builders import a_claim, a_decision, a_ledger, a_source
from desking import BELOVA, PASSPHRASE, SQUARE, VETROVA
from desking_addresses import ADDRESSES, address_of
from khronika.desk.archive import Archive
from khronika.desk.rules import RULES, Role
from khronika.schema.decision import Verb
from khronika.schema.visibility import Visibility

MARK = "zqx"
SCRIPT = f'{MARK}<script>alert(1)</script>"><img src=x onerror=alert(1)>' + "{{7*7}}{% raw %}"
KEPT = {"csrfmiddlewaretoken", "seen", "use", "back", "passphrase", "own", "again", "old"}
LEAVE_ALONE = {"passphrase", "second-step", "sign-in", "code", "setup", "language", "sign-out"}
FORMS = sorted(
    name for name, rule in RULES.items()
    if rule.allows(Role.COORDINATOR, "GET") and not {name} & LEAVE_ALONE
)  # fmt: skip
# What a form must hold to be taken, where words would be refused before they could be stored.
SOUND = {
    "how": "told", "state": "given", "word": "accept", "answer": "accept", "kind": "address",
    "role": "volunteer", "case": "square", "days": "30", "scope": "propose", "form": "yaml",
}  # fmt: skip


class Forms(HTMLParser):
    """The forms of a page: where each is sent, and its fields, filled in with a script."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form" and told.get("method") == "post":
            self.found.append((told.get("action", ""), {}))
        elif self.found and tag in {"input", "textarea", "select"} and told.get("name"):
            self._fill(tag, told)

    def _fill(self, tag: str, told: dict[str, str]) -> None:
        name, fields = told["name"], self.found[-1][1]
        is_words = tag == "textarea" or told.get("type", "text") in {"text", "search", "hidden"}
        if name in {"passphrase", "own", "old"}:
            fields[name] = PASSPHRASE
        elif name in SOUND:
            fields[name] = SOUND[name]
        elif is_words and name not in KEPT:
            fields[name] = SCRIPT
        elif "value" in told:
            fields.setdefault(name, told["value"])


def forms_of(client: Client) -> Iterator[tuple[str, dict[str, str]]]:
    for name in FORMS:
        answer = client.get(address_of(ADDRESSES[name]))
        if answer.headers.get("Content-Type", "").startswith("text/html"):
            reader = Forms()
            reader.feed(answer.content.decode("utf-8", "replace"))
            yield from reader.found


def filled(client: Client) -> int:
    """Send every form there is, first as a script everywhere, then with dates that can be read."""
    sent = 0
    for action, fields in list(forms_of(client)):
        if not action.startswith("/") or any(part in action for part in ("/end", "sign-out")):
            continue
        client.post(action, fields)
        days = {name: "2026-11-20" for name in fields if name in {"when", "day", "since", "until"}}
        client.post(action, fields | days)
        sent += 1
    return sent


def test_a_script_stored_in_every_field_of_every_form_is_shown_as_words(
    desk: Archive, alena: Client
) -> None:
    assert filled(alena) > 20
    shown = []
    for name in FORMS:
        page = alena.get(address_of(ADDRESSES[name]), {"q": SCRIPT, "name": SCRIPT})
        assert b"<script>alert" not in page.content, name
        assert b"<img src=x" not in page.content, name
        assert b"{{7*7}}" in page.content or b"49{%" not in page.content, name
        shown += [name] if MARK.encode() in page.content else []
    assert len(shown) > 5, "if nothing was stored anywhere, this proves nothing"


def test_what_was_stored_goes_out_as_words_too(desk: Archive, alena: Client) -> None:
    told = a_claim("occupation", subject=BELOVA, value={"text": SCRIPT, "lang": "en"})
    accepted = [a_decision(Verb.ACCEPT, told.id())]
    desk.casebook.store.append(a_ledger([told], sources=[a_source()], decisions=accepted))
    page = alena.get("/publish").content.decode()
    seen = page.split('name="seen" value="', 1)[1].split('"', 1)[0]
    alena.post("/publish", {
        "person": "belova-alena", "seen": seen, "passphrase": PASSPHRASE, "edition": "site",
    })  # fmt: skip
    pages = list((desk.folder / "editions/public").rglob("*.html"))
    assert [one for one in pages if MARK.encode() in one.read_bytes()]
    assert not [one for one in pages if b"<script>alert" in one.read_bytes()]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every address that anything tried to reach while the test ran."""
    reached: list[object] = []

    def connect(_: socket.socket, address: object) -> None:
        reached.append(address)
        raise OSError("no network here")

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket.socket, "connect_ex", connect)
    return reached


@pytest.mark.parametrize(
    "link",
    [
        "http://169.254.169.254/latest/meta-data/", "http://127.0.0.1:22/", "http://[::1]/",
        "https://paper.example/1", "file:///etc/passwd", "gopher://127.0.0.1:6379/_x",
    ],
)  # fmt: skip
def test_an_address_that_was_typed_as_a_source_is_never_asked(
    desk: Archive, alena: Client, asked: list[object], link: str
) -> None:
    alena.post("/people/new", {
        "name": "Zora Lugova", "words": link, "how": "published", "title": "A link",
    })  # fmt: skip
    alena.post("/people/belova-alena/add/moved", {
        "fact-to": "SIZO-9", "words": link, "how": "published", "title": "A link",
    })  # fmt: skip
    assert asked == []


@pytest.mark.parametrize("edition", ["site", "book", "letters", "poster"])
def test_a_picture_named_in_a_text_is_never_fetched_for_a_page_or_a_pdf(
    desk: Archive, alena: Client, asked: list[object], edition: str
) -> None:
    text = desk.folder / "texts/biography/belova-alena.en.md"
    text.parent.mkdir(parents=True)
    text.write_text(
        "---\nvisibility: public\n---\n![x](http://169.254.169.254/x.png) "
        '<img src="http://127.0.0.1:1/x.svg"> ![y](file:///etc/passwd)\n',
        encoding="utf-8",
    )
    use = "letters" if edition == "letters" else "public"
    page = alena.get(f"/publish?use={use}").content.decode()
    seen = page.split('name="seen" value="', 1)[1].split('"', 1)[0]
    alena.post("/publish", {
        "person": "belova-alena", "seen": seen, "passphrase": PASSPHRASE, "edition": edition,
        "use": use,
    })  # fmt: skip
    made = [one for one in (desk.folder / "editions" / use).rglob("*") if one.is_file()]
    assert made
    assert asked == []
    assert not [one for one in made if b"root:x:0" in one.read_bytes()]


@pytest.fixture
def related(desk: Archive) -> Archive:
    """Vetrova is in the case of the square too, and only the team may know it."""
    secret = a_claim("membership", subject=VETROVA, case=SQUARE, role="defendant")
    accepted = [a_decision(Verb.ACCEPT, secret.id())]
    desk.casebook.store.append(
        a_ledger([secret], decisions=accepted, levels={secret.id(): Visibility.TEAM})
    )
    return desk


def test_a_relation_to_a_restricted_record_shows_nothing_of_it(
    related: Archive, alena: Client, vera: Client
) -> None:
    assert b"Vetrova" in alena.get("/cases/square").content
    for address in ("/", "/people", "/cases/square", "/people/belova-alena"):
        assert b"etrova" not in vera.get(address).content, address
    assert b"Nobody here goes by this name" in vera.get("/people?q=vetrova").content
    assert vera.get("/people/vetrova-vera").status_code == 404


@pytest.mark.parametrize("path", [
    "/static/../desk.key", "/static/%2e%2e/desk.key", "/static/..%5cdesk.key", "/desk.key",
    "/desk.sqlite", "/media/photo.jpg", "/vault/00", "/casebook.toml", "/online/key",
    "/desk.incoming/", "/.git/config", "/static/", "/texts/",
])  # fmt: skip
def test_no_file_of_the_archive_lies_at_a_guessed_address(
    desk: Archive, alena: Client, path: str
) -> None:
    (desk.folder / "desk.key").write_text("zqxkey", encoding="ascii")
    answer = alena.get(path)
    assert answer.status_code in {400, 404}
    assert b"zqxkey" not in answer.content


def test_a_token_in_an_address_or_a_form_opens_nothing(desk: Archive, alena: Client) -> None:
    page = alena.post("/tokens", {
        "name": "robot", "scope": "read-people", "days": "30", "passphrase": PASSPHRASE,
    }).content.decode()  # fmt: skip
    token = re.search(r"khr_[\w-]{40,}", page)
    assert token
    for address in (f"/api/v1/people?token={token[0]}", f"/api/v1/people?access_token={token[0]}"):
        assert Client().get(address).status_code == 404
