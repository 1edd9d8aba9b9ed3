"""The page on a small server: its unit, its proxy, the first passphrase, as they stand there."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from deploying import (
    PASSPHRASE,
    Desk,
    Visitor,
    file_in,
    free_port,
    settings_in,
    wait_for,
)
from khronika.desk.start import MAX_BODY

pytestmark = pytest.mark.deploy
UNIT = "/etc/systemd/system/khronika.service"
SETUP = {"passphrase": PASSPHRASE, "again": PASSPHRASE, "begin": "empty", "policy": "no"}


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate of our own making for the name of the page, and its key beside it."""
    made = tmp_path / "certificate.pem"
    subprocess.run(  # noqa: S603
        ["/usr/bin/openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
         "-nodes", "-days", "2", "-subj", "/CN=desk.example.org", "-addext",
         "subjectAltName=DNS:desk.example.org", "-keyout", str(tmp_path / "key.pem"), "-out",
         str(made)],
        check=True, capture_output=True,
    )  # fmt: skip
    return made


@pytest.fixture
def desk(tmp_path: Path, start: Callable[..., Desk]) -> Desk:
    """The desk with the environment of the unit."""
    return start(tmp_path / "archive", settings_in(file_in("server.md", UNIT)))


@pytest.fixture
def outside(tmp_path: Path, desk: Desk, certificate: Path) -> Iterator[Visitor]:
    """Somebody who comes over TLS, through the proxy of the page."""
    caddy = shutil.which("caddy")
    if caddy is None:
        pytest.skip("needs Caddy")
    port = free_port()
    said = file_in("server.md", "/etc/caddy/Caddyfile")
    said = said.replace("127.0.0.1:8765", f"127.0.0.1:{desk.port}")
    said = said.replace(
        "desk.example.org {",
        f"{{\n\tadmin off\n\tauto_https disable_redirects\n\thttp_port {free_port()}\n}}\n"
        f"desk.example.org:{port} {{\n\ttls {certificate} {tmp_path / 'key.pem'}",
    )
    (tmp_path / "Caddyfile").write_text(said, encoding="utf-8")
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    proxy = subprocess.Popen(  # noqa: S603
        [caddy, "run", "--adapter", "caddyfile", "--config", str(tmp_path / "Caddyfile")],
        env=home, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        wait_for(port, proxy)
        yield Visitor(port, f"desk.example.org:{port}", trusts=certificate)
    finally:
        proxy.terminate()
        proxy.wait(20)


def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    verify = shutil.which("systemd-analyze")
    if verify is None:
        pytest.skip("needs systemd")
    unit = tmp_path / "khronika.service"
    said = file_in("server.md", UNIT).replace("/opt/khronika/bin/khronika", "/bin/true")
    unit.write_text(re.sub(r"(User|Group)=khronika", r"\1=daemon", said), encoding="utf-8")
    done = subprocess.run([verify, "verify", str(unit)], capture_output=True, check=False)  # noqa: S603
    told = [line for line in done.stderr.decode().splitlines() if "khronika.service" in line]
    assert told == []


def test_over_tls_the_desk_is_set_up_with_the_code_it_printed(desk: Desk, outside: Visitor) -> None:
    status, page, headers = outside.ask("/")
    assert status == 200
    assert 'name="code"' in page
    assert headers["strict-transport-security"].startswith("max-age=")
    assert outside.send("/setup", SETUP)[0] == 422
    assert outside.send("/setup", SETUP | {"code": desk.code})[0] == 302
    assert outside.ask("/people")[0] == 200
    assert all("Secure" in one and "HttpOnly" in one for one in outside.set_cookie)


def test_the_proxy_bounds_what_the_desk_bounds() -> None:
    assert f"max_size {MAX_BODY // 1_000_000}MB" in file_in("server.md", "/etc/caddy/Caddyfile")


def test_past_the_proxy_nobody_is_believed(desk: Desk) -> None:
    for host in ("evil.example", "127.0.0.1.evil.example", f"127.0.0.1:{desk.port}@evil.example"):
        assert Visitor(desk.port, host).ask("/")[0] == 400
    near = Visitor(desk.port, "desk.example.org")
    status, page, _ = near.ask("/", X_Forwarded_Host="evil.example", X_Forwarded_For="8.8.8.8")
    assert status == 200
    assert "evil.example" not in page
