"""A host of this machine that takes files over SFTP, for whoever holds one key."""

import getpass
import os
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from khronika.casebook.sftp import Programs

SSHD = Path("/usr/sbin/sshd")
PROGRAMS = Programs(sftp="/usr/bin/sftp", keygen="/usr/bin/ssh-keygen")
IS_HERE = SSHD.exists() and Path(PROGRAMS.sftp).exists()


@dataclass(frozen=True)
class Host:
    """Where it listens, its public key, and the folder a site goes into."""

    port: int
    host_key: str
    web: Path
    allowed: Path

    @property
    def address(self) -> str:
        return f"sftp://{getpass.getuser()}@127.0.0.1:{self.port}/{self.web}"

    def allow(self, public_key: str) -> None:
        self.allowed.write_text(public_key + "\n", encoding="ascii")


@contextmanager
def a_host(folder: Path) -> Iterator[Host]:
    """The host while it runs; nobody may come in before `allow`."""
    key, allowed, web = folder / "host", folder / "allowed", folder / "web"
    web.mkdir()
    allowed.touch()
    made = [PROGRAMS.keygen, "-q", "-t", "ed25519", "-N", "", "-f", str(key)]
    subprocess.run(made, check=True)  # noqa: S603
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # what sshd asks for where root runs it
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    told = {
        "HostKey": key, "ListenAddress": f"127.0.0.1:{port}", "AuthorizedKeysFile": allowed,
        "StrictModes": "no", "UsePAM": "no", "PidFile": "none", "LogLevel": "QUIET",
        "PasswordAuthentication": "no", "PermitRootLogin": "prohibit-password",
        "Subsystem": "sftp internal-sftp",
    }  # fmt: skip
    config = folder / "sshd_config"
    config.write_text("".join(f"{name} {value}\n" for name, value in told.items()), "ascii")
    running = subprocess.Popen([str(SSHD), "-D", "-f", str(config)])  # noqa: S603
    try:
        _wait_for(port)
        yield Host(port, key.with_suffix(".pub").read_text("ascii"), web, allowed)
    finally:
        running.terminate()
        running.wait(10)


def _wait_for(port: int) -> None:
    for _ in range(10_000):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
    raise AssertionError("sshd does not answer")
