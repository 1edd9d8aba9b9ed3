"""Publishing at the desk: issues, uses, editions, work beside the requests, putting it online."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django.fixtures import Settings as DjangoSettings

from desking import PASSPHRASE
from khronika.casebook.alone import alone_in
from khronika.casebook.casebook import Casebook
from khronika.casebook.publishing import Request as Order
from khronika.casebook.released import read_releases
from khronika.casebook.sftp import Programs
from khronika.desk.archive import Archive
from khronika.desk.exchange.models import HandedOut
from khronika.desk.publishing import work, writes
from khronika.desk.rules import Role
from khronika.schema.visibility import Use
from sshing import IS_HERE, PROGRAMS, Host, a_host

KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHdSlwhCyOJRPTuJX2a8v8BVxgz6cS3KBgGYRKjhaemM"


def text_of(answer: HttpResponse) -> str:
    return answer.content.decode("utf-8").replace("&#x2f;", "/")


def publish(client: Client, *people: str, use: str = "public", **more: object) -> HttpResponse:
    page = text_of(client.get(f"/publish?use={use}"))
    seen = page.split('name="seen" value="', 1)[1].split('"', 1)[0]
    sent = {"person": people, "seen": seen, "use": use, "passphrase": PASSPHRASE, **more}
    return client.post("/publish", sent)


def site(desk: Archive, use: str = "public") -> Path:
    return desk.folder / "editions" / use


def names(desk: Archive, use: Use = Use.PUBLIC) -> list[str]:
    return [one.name for one in read_releases(desk.folder, use)]


def ticked(client: Client, use: str) -> list[str]:
    page = text_of(client.get(f"/publish?use={use}"))
    return re.findall(r'name="edition" value="(\w+)" checked', page)


def test_what_takes_seconds_is_ticked_the_first_time_and_then_what_was_made(
    desk: Archive, alena: Client
) -> None:
    assert ticked(alena, "public") == ["data", "site"]
    assert "letters" in ticked(alena, "letters")
    publish(alena, "belova-alena", edition=["site", "calendar"], editions="shown")
    assert ticked(alena, "public") == ["calendar", "site"]


def test_an_issue_is_recorded_under_its_name_and_only_if_it_has_one(
    desk: Archive, alena: Client
) -> None:
    publish(alena, "belova-alena", edition="site")
    assert names(desk) == []
    publish(alena, edition="site", issue="autumn")
    assert names(desk) == ["autumn"]
    assert "autumn" in text_of(alena.get("/publish/changed"))


def test_an_issue_is_never_named_after_somebody(desk: Archive, alena: Client) -> None:
    answer = publish(alena, "belova-alena", issue="For belova")
    assert answer.status_code == 422
    assert "Name nobody in it" in text_of(answer)
    assert not site(desk).exists()


def test_what_changed_since_the_last_issue_is_shown_by_person(desk: Archive, alena: Client) -> None:
    publish(alena, "belova-alena", edition="site", issue="one")
    alena.post("/people/belova-alena/add/moved", {
        "fact-to": "Prison No. 5", "words": "She was taken to Prison No. 5.",
        "how": "published", "title": "River Paper",
    })  # fmt: skip
    page = text_of(alena.get("/publish/changed"))
    assert "Compared with issue “one”" in page.replace("&quot;", '"')
    assert "belova-alena" in page.split('id="changed"', 1)[1].split('id="issues"', 1)[0]


def test_a_withdrawal_is_silent_in_what_changed(desk: Archive, alena: Client) -> None:
    publish(alena, "belova-alena", "vetrova-vera", edition="site", issue="one")
    alena.post("/publish/take-down", {"person": "vetrova-vera"})
    page = text_of(alena.get("/publish/changed")).split('id="issues"', 1)[0]
    assert "Vetrova" not in page


def test_only_what_is_ticked_is_made(desk: Archive, alena: Client) -> None:
    publish(alena, "belova-alena", edition=["site", "data"], editions="shown")
    assert (site(desk) / "data").is_dir()
    publish(alena, edition=["site"], editions="shown")
    assert not (site(desk) / "data").exists()
    page = text_of(alena.get("/publish"))
    assert re.search(r'value="site" checked', page)
    assert not re.search(r'value="data" checked', page)


def test_nothing_ticked_makes_nothing(desk: Archive, alena: Client) -> None:
    answer = publish(alena, "belova-alena", editions="shown")
    assert answer.status_code == 422
    assert not site(desk).exists()


def test_what_is_for_letters_is_made_apart_from_what_is_for_everybody(
    desk: Archive, alena: Client
) -> None:
    publish(alena, use="letters", edition="site", editions="shown")
    assert site(desk, "letters").is_dir()
    assert not site(desk).exists()
    assert alena.get("/publish/letters/index.html").status_code == 200


def test_a_preview_of_another_use_has_a_folder_of_its_own(desk: Archive, alena: Client) -> None:
    alena.post("/publish/preview", {"use": "un"})
    assert site(desk, "preview-un").is_dir()
    assert "/publish/preview-un/index.html" in text_of(alena.get("/publish/progress"))


def test_a_long_build_does_not_hold_the_request_and_tells_how_far_it_is(
    desk: Archive, alena: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    later: list[Callable[[], None]] = []
    monkeypatch.setattr(work, "start", later.append)
    assert publish(alena, "belova-alena", edition="site").status_code == 302
    page = alena.get("/publish/progress")
    assert "Being made" in text_of(page)
    assert page.headers["Refresh"].startswith("3;")
    assert alena.get("/people").status_code == 200
    later.pop()()
    page = alena.get("/publish/progress")
    assert "It is made. 1 person is on it." in text_of(page)
    assert "Refresh" not in page.headers


def test_two_do_not_publish_at_once(
    desk: Archive, alena: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    later: list[Callable[[], None]] = []
    monkeypatch.setattr(work, "start", later.append)
    publish(alena, "belova-alena", edition="site")
    answer = publish(alena, edition="site")
    assert answer.status_code == 409
    assert "Wait until it is done" in text_of(answer)
    later.pop()()


def test_a_command_that_publishes_meanwhile_is_not_disturbed(desk: Archive, alena: Client) -> None:
    with alone_in(site(desk)):
        publish(alena, "belova-alena", edition="site")
    assert "at this moment" in text_of(alena.get("/publish/progress"))
    assert not (site(desk) / "index.html").exists()


def test_a_mistake_of_the_program_beside_the_requests_shows_nothing_of_it(
    desk: Archive, alena: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("zqxinside")

    monkeypatch.setattr("khronika.desk.publishing.writes.publish", fail)
    publish(alena, "belova-alena", edition="site")
    page = text_of(alena.get("/publish/progress"))
    assert "zqxinside" not in page
    assert "The program made a mistake" in page
    monkeypatch.undo()


def test_somebody_taken_down_is_gone_from_every_use_and_every_preview(
    desk: Archive, alena: Client
) -> None:
    alena.post("/publish/preview", {"person": "vetrova-vera"})
    publish(alena, "belova-alena", "vetrova-vera", edition="site", issue="one")
    publish(alena, use="partner", edition="site", issue="one")
    assert holding(desk, b"Vetrova")
    alena.post("/publish/take-down", {"person": "vetrova-vera"})
    assert not holding(desk, b"Vetrova")
    assert holding(desk, "Белова".encode())


def holding(desk: Archive, word: bytes) -> list[Path]:
    files = (one for one in (desk.folder / "editions").rglob("*") if one.is_file())
    return [one for one in files if word in one.read_bytes()]


def test_taking_down_waits_for_what_runs_and_is_never_turned_away(
    desk: Archive, alena: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    later: list[Callable[[], None]] = []
    monkeypatch.setattr(work, "start", later.append)
    publish(alena, "belova-alena", "vetrova-vera", edition="site")
    assert alena.post("/publish/take-down", {"person": "vetrova-vera"}).status_code == 302
    for one in later:
        one()
    assert not holding(desk, b"Vetrova")


def test_somebodys_page_is_gone_before_a_book_is_set_again(
    desk: Archive, alena: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(alena, "belova-alena", "vetrova-vera", edition=["site", "share", "data"])
    made: list[tuple[str, ...]] = []
    real = writes.publish

    def watched(casebook: Casebook, request: Order, **more: object) -> object:
        made.append(request.only)
        return real(casebook, request, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(writes, "publish", watched)
    alena.post("/publish/take-down", {"person": "vetrova-vera"})
    assert made == [("data", "site"), ("data", "share", "site")]
    assert not holding(desk, b"Vetrova")


def test_it_is_said_what_taking_down_cannot_reach(desk: Archive, alena: Client) -> None:
    publish(alena, "belova-alena", edition="site", issue="winter")
    alena.post("/publish/pack", {"passphrase": PASSPHRASE})
    answer = alena.post("/publish/take-down", {"person": "belova-alena"}, follow=True)
    page = text_of(answer)
    for words in ("Search engines", "was printed", "given to partners", "winter", "public.zip"):
        assert words in page, words


def test_a_zip_taken_away_is_noted_in_the_accounts_own_log(desk: Archive, alena: Client) -> None:
    publish(alena, "belova-alena", edition="site")
    alena.post("/publish/pack", {"passphrase": "wrong"})
    assert not HandedOut.objects.exists()
    alena.post("/publish/pack", {"passphrase": PASSPHRASE, "use": "public"})
    assert [one.what for one in HandedOut.objects.all()] == ["public.zip"]


def test_an_editor_publishes_and_only_a_coordinator_says_where(
    desk: Archive, enter: Callable[..., Client]
) -> None:
    editor = enter(Role.EDITOR)
    assert editor.get("/publish").status_code == 200
    assert editor.get("/publish/place").status_code == 404


@pytest.mark.parametrize("address", ["sftp://-oProxyCommand=x@h/x", "file:///etc", "sftp://a@h/.."])
def test_a_place_that_is_an_attack_is_refused(desk: Archive, alena: Client, address: str) -> None:
    sent = {"address": address, "host_key": KEY, "passphrase": PASSPHRASE}
    assert alena.post("/publish/place", sent).status_code == 422
    assert not (desk.folder / "online/place.json").exists()


def test_a_place_asks_for_the_passphrase_and_keeps_no_password(
    desk: Archive, alena: Client
) -> None:
    sent = {"address": "sftp://web7@host.example/site", "host_key": KEY, "passphrase": "wrong"}
    assert alena.post("/publish/place", sent).status_code == 422
    alena.post("/publish/place", sent | {"passphrase": PASSPHRASE})
    assert PASSPHRASE not in (desk.folder / "online/place.json").read_text("ascii")
    alena.post("/publish/place", sent | {"passphrase": PASSPHRASE, "forget": "yes"})
    assert not (desk.folder / "online/place.json").exists()


def test_without_the_programs_the_page_says_so(
    desk: Archive, alena: Client, settings: DjangoSettings
) -> None:
    settings.DESK_PROGRAMS = Programs("", "")
    assert "openssh-client" in text_of(alena.get("/publish/place"))


@pytest.fixture
def online(
    desk: Archive, alena: Client, settings: DjangoSettings, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Host]:
    """A host of this machine where the site stands."""
    settings.DESK_PROGRAMS = PROGRAMS
    with a_host(tmp_path_factory.mktemp("host")) as host:
        page = text_of(alena.get("/publish/place"))
        host.allow(re.search(r"ssh-ed25519 [A-Za-z0-9+/=]+", page)[0])  # type: ignore[index]
        sent = {"address": host.address, "host_key": host.host_key, "passphrase": PASSPHRASE}
        alena.post("/publish/place", sent)
        yield host


@pytest.mark.skipif(not IS_HERE, reason="needs OpenSSH's server and client")
def test_the_site_is_put_online_and_somebody_taken_down_is_gone_there(
    desk: Archive, alena: Client, online: Host
) -> None:
    publish(alena, "belova-alena", "vetrova-vera", edition="site")
    alena.post("/publish/send", {"passphrase": "wrong"})
    assert not (online.web / "index.html").exists()
    alena.post("/publish/send", {"passphrase": PASSPHRASE})
    assert "Online. Files sent" in text_of(alena.get("/publish/progress"))
    assert (online.web / "index.html").exists()
    alena.post("/publish/take-down", {"person": "vetrova-vera"})
    there = [one for one in online.web.rglob("*") if one.is_file()]
    assert there
    assert not [one for one in there if b"Vetrova" in one.read_bytes()]
    assert not list(online.web.rglob("*vetrova*"))


def test_a_failed_transfer_is_told_and_the_person_is_gone_here_all_the_same(
    desk: Archive, alena: Client, settings: DjangoSettings
) -> None:
    settings.DESK_PROGRAMS = Programs("", "")
    publish(alena, "belova-alena", edition="site")
    sent = {"address": "sftp://web7@host.example/site", "host_key": KEY, "passphrase": PASSPHRASE}
    alena.post("/publish/place", sent)
    page = text_of(alena.post("/publish/take-down", {"person": "belova-alena"}, follow=True))
    assert "carry the site there as a zip file" in page
    assert not holding(desk, "Белова".encode())


def test_what_a_transfer_lacks_is_said_in_the_visitors_language(
    desk: Archive, alena: Client
) -> None:
    alena.post("/language", {"language": "de", "back": "/"})
    sent = {"address": "https://host.example/x", "host_key": KEY, "passphrase": PASSPHRASE}
    assert "Schreiben Sie die Adresse als" in text_of(alena.post("/publish/place", sent))
