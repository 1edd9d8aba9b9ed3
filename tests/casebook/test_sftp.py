"""Putting the site online, at a host of this machine, by the real programs."""

import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from khronika.casebook.manifest import MANIFEST, Imprint
from khronika.casebook.place import Place, place_of
from khronika.casebook.sending import CannotSend
from khronika.casebook.sftp import NoProgram, Programs, Sent, own_key, send
from khronika.casebook.standing import Finished
from khronika.casebook.writing import write_edition
from sshing import IS_HERE, PROGRAMS, Host, a_host

needs_sshd = pytest.mark.skipif(not IS_HERE, reason="needs OpenSSH's server and client")
IMPRINT = Imprint("public", "2026-11-01", "ab" * 32, ("en",), ("site",))
PAGES = {"index.html": b"home", "en/anna/page.html": b"Anna", "en/boris/page.html": b"Boris"}


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    (tmp_path / "host").mkdir()
    with a_host(tmp_path / "host") as running:
        running.allow(own_key(tmp_path, PROGRAMS))
        yield running


@pytest.fixture
def place(host: Host) -> Place:
    return place_of(host.address, host.host_key)


def published(folder: Path, pages: dict[str, bytes]) -> Path:
    out = folder / "editions [new]" / "public"
    write_edition(out, (Finished(*row) for row in pages.items()), imprint=IMPRINT)
    return out


def held(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


@needs_sshd
def test_the_site_goes_there_and_only_what_changed_goes_again(
    tmp_path: Path, host: Host, place: Place
) -> None:
    out = published(tmp_path, PAGES)
    assert send(tmp_path, out, place, PROGRAMS) == Sent(put=4, removed=0)
    assert (host.web / "en/anna/page.html").read_bytes() == b"Anna"
    assert send(tmp_path, out, place, PROGRAMS) == Sent(put=0, removed=0)
    published(tmp_path, PAGES | {"index.html": b"other"})
    assert send(tmp_path, out, place, PROGRAMS) == Sent(put=2, removed=0)
    assert (host.web / "index.html").read_bytes() == b"other"


@needs_sshd
def test_somebody_taken_down_is_gone_there_with_the_name_of_the_folder(
    tmp_path: Path, host: Host, place: Place
) -> None:
    send(tmp_path, published(tmp_path, PAGES), place, PROGRAMS)
    rest = {path: page for path, page in PAGES.items() if "boris" not in path}
    assert send(tmp_path, published(tmp_path, rest), place, PROGRAMS).removed == 1
    assert held(host.web) == {"en", "en/anna", "en/anna/page.html", "index.html", MANIFEST}


@needs_sshd
def test_what_cannot_be_removed_there_is_an_error(tmp_path: Path, host: Host, place: Place) -> None:
    send(tmp_path, published(tmp_path, PAGES), place, PROGRAMS)
    (host.web / "en/boris/page.html").unlink()
    (host.web / "en/boris/page.html").mkdir()  # nobody can remove a folder as a file
    (host.web / "en/boris/page.html/kept").touch()
    out = published(tmp_path, {"index.html": b"home"})
    with pytest.raises(CannotSend, match="could not be removed"):
        send(tmp_path, out, place, PROGRAMS)


@needs_sshd
def test_another_host_at_the_same_address_gets_nothing(
    tmp_path: Path, host: Host, place: Place
) -> None:
    stranger = replace(place, host_key=own_key(tmp_path, PROGRAMS))
    with pytest.raises(CannotSend, match="another key"):
        send(tmp_path, published(tmp_path, PAGES), stranger, PROGRAMS)
    assert held(host.web) == set()


@needs_sshd
def test_a_host_that_does_not_know_us_is_told_in_a_sentence(
    tmp_path: Path, host: Host, place: Place
) -> None:
    host.allowed.write_text("", encoding="ascii")
    with pytest.raises(CannotSend, match="does not let this archive in"):
        send(tmp_path, published(tmp_path, PAGES), place, PROGRAMS)


@needs_sshd
def test_a_folder_with_things_of_others_is_left_alone(
    tmp_path: Path, host: Host, place: Place
) -> None:
    (host.web / "shop.php").touch()
    with pytest.raises(CannotSend, match="did not put there"):
        send(tmp_path, published(tmp_path, PAGES), place, PROGRAMS)
    assert held(host.web) == {"shop.php"}


@needs_sshd
def test_a_host_cannot_make_this_machine_run_a_command(
    tmp_path: Path, host: Host, place: Place
) -> None:
    (host.web / MANIFEST).write_text(
        '{"khronika": "1", "files": {"x\\n!touch pwned": "00"}}', encoding="ascii"
    )
    with pytest.raises(CannotSend, match="changed by somebody"):
        send(tmp_path, published(tmp_path, PAGES), place, PROGRAMS)
    assert not list(tmp_path.rglob("pwned"))


@needs_sshd
def test_our_key_is_made_once_and_is_its_owners_alone(tmp_path: Path) -> None:
    first = own_key(tmp_path, PROGRAMS)
    assert own_key(tmp_path, PROGRAMS) == first
    assert first.startswith("ssh-ed25519 ")
    assert stat.S_IMODE((tmp_path / "online" / "key").stat().st_mode) == 0o600


def test_a_machine_without_the_program_is_told_what_to_do(tmp_path: Path) -> None:
    place = place_of(
        "sftp://a@host.example/x",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHdSlwhCyOJRPTuJX2a8v8BVxgz6cS3KBgGYRKjhaemM",
    )
    with pytest.raises(NoProgram, match="zip file"):
        send(tmp_path, published(tmp_path, PAGES), place, Programs("", ""))
    with pytest.raises(NoProgram, match="openssh-client"):
        own_key(tmp_path, Programs("", ""))
