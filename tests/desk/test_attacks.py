"""What was found in a peer by people paid to break in, tried here."""

import re
from pathlib import Path

import pytest
from django.test import Client

from desking import PASSPHRASE
from desking_addresses import ADDRESSES, address_of
from khronika.desk.accounts.models import Account
from khronika.desk.archive import Archive
from khronika.desk.rules import RULES, Role

SCRIPT = '<script>alert("zqx")</script><img src=x onerror=alert(1)>'
ROOT = Path(__file__).parents[2]
FINDINGS = ROOT / "docs/develop/attacks.md"
WRITABLE = sorted(name for name, rule in RULES.items() if rule.write)


@pytest.mark.parametrize("name", WRITABLE)
def test_no_form_is_taken_that_this_desk_did_not_make(
    name: str, desk: Archive, alena: Client
) -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies = alena.cookies
    assert client.post(address_of(ADDRESSES[name])).status_code == 403


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "evil.example:8765"])
def test_another_host_is_not_answered(desk: Archive, host: str) -> None:
    answer = Client().get("/", HTTP_HOST=host)
    assert answer.status_code == 400
    assert host.encode() not in answer.content


def test_a_script_that_was_typed_anywhere_is_shown_as_words(desk: Archive, alena: Client) -> None:
    alena.post("/people/new", {
        "name": SCRIPT, "words": SCRIPT, "how": "told", "title": SCRIPT, "facility": SCRIPT,
    })  # fmt: skip
    alena.post("/people/belova-alena/add/moved", {
        "fact-to": SCRIPT, "words": f"{SCRIPT} again", "how": "told", "title": SCRIPT,
    })  # fmt: skip
    alena.post("/people/belova-alena/consent", {"state": "given", "given_by": SCRIPT})
    slug = next(
        one for one in re.findall(rb"/people/([a-z0-9-]+)", _plain(alena.get("/people").content))
        if one.startswith(b"script")
    ).decode()  # fmt: skip
    for address in ("/", "/people", f"/people/{slug}", "/people/belova-alena", "/waiting",
                    f"/people/{slug}/write", "/people?q=" + SCRIPT, "/publish",
                    "/people/maybe-here?name=script"):  # fmt: skip
        shown = alena.get(address).content
        assert b"<script>alert" not in shown, address
        assert b"<img src=x" not in shown, address


def _plain(page: bytes) -> bytes:
    return page.replace(b"&#x2f;", b"/")


@pytest.mark.parametrize("name", ["home", "people", "sign-in", "publish"])
def test_every_page_forbids_inline_scripts_and_other_hosts(
    name: str, desk: Archive, alena: Client
) -> None:
    answer = alena.get(address_of(ADDRESSES[name]))
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(rb"<script(?![^>]*src=)|<style|\sstyle=|\son\w+=", answer.content)
    assert not re.search(rb"(src|href|action)=\"https?:", answer.content)
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize(
    "path",
    [
        "../../casebook.toml", "../../desk.key", "../../desk.sqlite", "..%2f..%2fdesk.key",
        "%2e%2e/%2e%2e/ledger.sqlite", "/etc/passwd", "index.html/../../../desk.key",
        "....//....//desk.key", "people", "",
    ],
)  # fmt: skip
def test_no_file_is_handed_out_by_a_guessed_address(
    desk: Archive, alena: Client, path: str
) -> None:
    (desk.folder / "desk.key").write_text("zqxkey", encoding="ascii")
    _build(desk.folder)
    assert alena.get("/publish/public/index.html").status_code == 200
    answer = alena.get(f"/publish/public/{path}")
    assert answer.status_code == 404
    assert b"zqxkey" not in answer.content


def test_no_link_in_the_site_leads_out_of_it(desk: Archive, alena: Client) -> None:
    folder = _build(desk.folder)
    (desk.folder / "desk.key").write_text("zqxkey", encoding="ascii")
    (folder / "out.txt").symlink_to(desk.folder / "desk.key")
    assert alena.get("/publish/public/out.txt").status_code == 404


def test_other_folders_of_editions_are_not_handed_out(desk: Archive, alena: Client) -> None:
    for which in ("private", "preview-private", "backups"):
        _build(desk.folder, which)
        assert alena.get(f"/publish/{which}/index.html").status_code == 404


def _build(folder: Path, which: str = "public") -> Path:
    built = folder / "editions" / which
    built.mkdir(parents=True)
    (built / "index.html").write_text("<p>built</p>", encoding="utf-8")
    return built


def test_a_form_larger_than_any_text_is_refused(desk: Archive, alena: Client) -> None:
    sent = {"name": "x", "words": "y" * 6_000_000, "how": "told"}
    assert alena.post("/people/new", sent).status_code == 400


@pytest.mark.parametrize("name", ["settle", "pair", "apart", "ready", "answer", "take-down"])
def test_a_volunteer_decides_nothing(name: str, desk: Archive, boris: Client) -> None:
    before = desk.casebook.store.state()
    assert boris.post(address_of(ADDRESSES[name])).status_code == 404
    assert desk.casebook.store.state() == before


def test_nobody_becomes_more_than_they_are_by_sending_more(desk: Archive, boris: Client) -> None:
    boris.post("/account/passphrase", {
        "old": PASSPHRASE, "passphrase": "harbour velvet ladder crow",
        "again": "harbour velvet ladder crow", "role": "coordinator", "is_active": "1",
    })  # fmt: skip
    assert Account.objects.get(name="volunteer").role == Role.VOLUNTEER


def test_a_mistake_of_the_program_shows_nothing_of_it(
    desk: Archive, alena: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("zqxinside")

    monkeypatch.setattr("khronika.desk.people.reads.leaf", fail)
    alena.raise_request_exception = False
    answer = alena.get("/people")
    assert answer.status_code == 500
    assert b"zqxinside" not in answer.content
    assert b"Something went wrong here" in answer.content


def test_every_finding_is_tried_by_the_tests_that_are_named_for_it() -> None:
    rows = re.findall(r"`(tests/[\w/]+\.py)`: ([a-z0-9 ]+) \|", FINDINGS.read_text("utf-8"))
    assert len(rows) > 20
    missing = [
        (file, said)
        for file, said in rows
        if f"def test_{said.replace(' ', '_')}(" not in (ROOT / file).read_text("utf-8")
    ]
    assert missing == []
