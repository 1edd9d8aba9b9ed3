"""The page on an onion service: Tor takes what it says, and the desk answers behind it."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from deploying import PASSPHRASE, Desk, Visitor, file_in, settings_in

pytestmark = pytest.mark.deploy
NAME = "a" * 56 + ".onion"
SETUP = {"passphrase": PASSPHRASE, "again": PASSPHRASE, "begin": "empty", "policy": "no"}


def test_tor_takes_the_configuration(tmp_path: Path) -> None:
    tor = shutil.which("tor")
    if tor is None:
        pytest.skip("needs Tor")
    said = file_in("onion.md", "/etc/tor/torrc")
    said = said.replace("/var/lib/tor/khronika/", f"{tmp_path}/service/")
    assert "HiddenServicePort 80 127.0.0.1:8765" in said
    (tmp_path / "torrc").write_text(f"{said}\nDataDirectory {tmp_path}/data\n", encoding="utf-8")
    done = subprocess.run(  # noqa: S603
        [tor, "--verify-config", "-f", str(tmp_path / "torrc"), "--defaults-torrc", "/dev/null"],
        capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout.decode()


def test_the_desk_answers_to_the_name_of_the_service_and_to_no_other(
    tmp_path: Path, start: Callable[..., Desk]
) -> None:
    said = file_in("onion.md", "/etc/systemd/system/khronika.service.d/onion.conf")
    told = settings_in(said.replace("REPLACE-WITH-THE-NAME.onion", NAME))
    assert told == {"KHRONIKA_HOSTS": NAME}
    desk = start(tmp_path / "archive", told)
    assert Visitor(desk.port, "b" * 56 + ".onion").ask("/")[0] == 400
    visitor = Visitor(desk.port, NAME)
    status, page, headers = visitor.ask("/")
    assert status == 200
    assert 'name="code"' in page
    assert "strict-transport-security" not in headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert visitor.send("/setup", SETUP)[0] == 422
    assert visitor.send("/setup", SETUP | {"code": desk.code})[0] == 302
    assert visitor.ask("/people")[0] == 200, "cookies travel over an onion service without TLS"
    assert all("HttpOnly" in one for one in visitor.set_cookie)
