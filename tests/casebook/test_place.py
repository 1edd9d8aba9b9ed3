"""Where the site stands: what is an address for SFTP, and what is an attack."""

from pathlib import Path

import pytest

from khronika.casebook.place import BadPlace, forget_place, place_of, read_place, write_place

KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHdSlwhCyOJRPTuJX2a8v8BVxgz6cS3KBgGYRKjhaemM"


def test_an_address_is_taken_apart() -> None:
    place = place_of("sftp://web7@host.example:2222/sites/ours/", KEY)
    assert (place.user, place.host, place.port, place.inside) == (
        "web7", "host.example", 2222, "sites/ours",
    )  # fmt: skip
    assert place.address == "sftp://web7@host.example:2222/sites/ours"
    assert place_of("sftp://web7@host.example//var/www", KEY).inside == "/var/www"


@pytest.mark.parametrize(
    "address",
    [
        "", "host.example", "ftp://a@host/x", "https://a@host/x", "sftp://host/x",
        "sftp://a:secret@host.example/x", "sftp://-oProxyCommand=sh@host/x", "sftp://a@-oX=y/x",
        "sftp://a@host/x y", "sftp://a@host/../x", "sftp://a@host/a/../../x", "sftp://a@host/",
        'sftp://a@host/x"', "sftp://a@host/x\n!touch", "sftp://a@host:0/x", "sftp://a@host:99999/x",
        "sftp://a;b@host/x", "sftp://a@ho st/x", "sftp://a@host/x`id`", "sftp://a@host/$HOME",
    ],
)  # fmt: skip
def test_what_is_no_plain_address_is_refused(address: str) -> None:
    with pytest.raises(BadPlace):
        place_of(address, KEY)


@pytest.mark.parametrize(
    "key", ["", "ssh-ed25519", "ssh-ed25519 AAAA", "ssh-rsa " + KEY.split()[1], "x" * 90]
)
def test_what_is_no_key_of_a_host_is_refused(key: str) -> None:
    with pytest.raises(BadPlace, match="public key"):
        place_of("sftp://a@host.example/x", key)


def test_a_line_of_a_scan_will_do_and_its_fingerprint_is_told() -> None:
    place = place_of("sftp://a@host.example/x", f"host.example {KEY} root@host")
    assert place.host_key == KEY
    assert place.fingerprint.startswith("SHA256:")
    assert len(place.fingerprint) == 50


def test_a_place_is_kept_out_of_a_shared_history_and_can_be_forgotten(tmp_path: Path) -> None:
    place = place_of("sftp://a@host.example/x", KEY)
    assert read_place(tmp_path) is None
    write_place(tmp_path, place)
    assert read_place(tmp_path) == place
    assert (tmp_path / "online" / ".gitignore").read_text("ascii") == "*\n"
    forget_place(tmp_path)
    assert read_place(tmp_path) is None


def test_a_damaged_place_is_told(tmp_path: Path) -> None:
    write_place(tmp_path, place_of("sftp://a@host.example/x", KEY))
    (tmp_path / "online" / "place.json").write_text('{"address": "sftp://-x@y/z"}', "ascii")
    with pytest.raises(BadPlace, match="Name the place again"):
        read_place(tmp_path)
