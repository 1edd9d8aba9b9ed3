"""Puts what was published where it stands on the web, by the `sftp` program of this machine.

Invariants:

- The host is the one whose key was named, or nothing is sent. Nobody is asked anything, no
  password is sent, no other key of this machine is offered, no settings of this machine count.
- Nothing goes through a shell. What the other side says is checked before it is said back.
- What is gone here is known to be gone there, or the transfer failed and says so.
"""

import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from khronika.casebook.manifest import MANIFEST
from khronika.casebook.place import FOLDER, Place
from khronika.casebook.sending import (
    MAX_MANIFEST,
    CannotSend,
    Step,
    paths_here,
    read_sent,
    refuse_strangers_there,
    step,
    write_sent,
)
from khronika.values.sentence import N_

KEY = "key"
SENT = "sent.json"
LONGEST = 1800  # seconds that one run of the program may take
_ALIAS = "khronika"
_OTHER_KEY = N_(
    "The host showed another key than the one you named. Nothing was sent. Ask whoever runs it "
    "before you change the key here."
)
_NOT_LET_IN = N_(
    "The host does not let this archive in, or not write there. Put the archive's public key into "
    "the account there, and look at whose folder it is."
)
_NO_FOLDER = N_("The folder is not there. Make it on the host, empty.")
_TOO_LONG = N_("The transfer took too long and was stopped. Send again.")
_NOT_WRITTEN = N_("The host could not be written to. Look at the address, and try again later.")
_SAID = (
    (b"host key verification failed", _OTHER_KEY),
    (b"remote host identification has changed", _OTHER_KEY),
    (b"permission denied", _NOT_LET_IN),
    (b"could not resolve", N_("There is no host of this name. Look at the address.")),
    (b"no such file", _NO_FOLDER),
    (b"not found", _NO_FOLDER),
    (b"refused", N_("The host does not answer on this port. Look at the address.")),
    (b"timed out", N_("The host does not answer. Try again later.")),
)


class NoProgram(CannotSend):
    """A program that this needs is not on this machine."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"The program {name!r} is not on this machine. Install OpenSSH's client "
            "(Debian: openssh-client), or carry the site there as a zip file."
        )


@dataclass(frozen=True, slots=True)
class Programs:
    """The programs of OpenSSH, where this machine has them; empty where it has not."""

    sftp: str
    keygen: str


@dataclass(frozen=True, slots=True)
class Sent:
    """How many files went, and how many were removed there."""

    put: int
    removed: int


def own_key(folder: Path, programs: Programs) -> str:
    """The public half of this casebook's own key, which is made once; raises `NoProgram`."""
    key = folder / FOLDER / KEY
    if not key.exists():
        if not programs.keygen:
            raise NoProgram("ssh-keygen")
        key.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        made = [programs.keygen, "-q", "-t", "ed25519", "-N", "", "-C", _ALIAS, "-f", str(key)]
        subprocess.run(made, check=True, capture_output=True, timeout=60)  # noqa: S603  # no shell
    return key.with_suffix(".pub").read_text(encoding="ascii").strip()


def send(folder: Path, published: Path, place: Place, programs: Programs) -> Sent:
    """Make the place hold what is published in this folder; raises `CannotSend`."""
    if not programs.sftp:
        raise NoProgram("sftp")
    record = folder / FOLDER / SENT
    before = read_sent(record)
    with tempfile.TemporaryDirectory(prefix="khronika-") as room:
        line = _Line(place, folder / FOLDER / KEY, Path(room), programs.sftp)
        there = line.manifest(sent_before=before)
        todo = step(published, there, sent_before=before)
        here = paths_here(published)
        if not todo.is_nothing:
            write_sent(record, before | here | set(todo.remove))
            line.run([f'cd "{place.inside}"', *_lines(todo)], cwd=published)
            line.refuse_left(todo.remove)
        write_sent(record, here)
    return Sent(len(todo.put), len(todo.remove))


def _lines(todo: Step) -> list[str]:
    """A minus before what may fail: the file may be gone already, the folder be there already."""
    return [
        *(f'-rm "{path}"' for path in todo.remove),
        *(f'-rmdir "{path}"' for path in todo.emptied),
        *(f'-mkdir "{path}"' for path in todo.folders),
        *(f'put "{path}" "{path}"' for path in todo.put),
    ]


@dataclass(frozen=True, slots=True)
class _Line:
    """One place, and the program that reaches it."""

    place: Place
    key: Path
    room: Path
    program: str

    def manifest(self, *, sent_before: frozenset[str]) -> bytes | None:
        """The manifest that lies there; raises where there is none beside things of others."""
        got = self.room / "manifest"
        inside = f'cd "{self.place.inside}"'
        said = self.run([inside, f'-get "{MANIFEST}" "manifest"', "ls -1a"], cwd=self.room)
        if got.is_file() and MANIFEST in said:
            if got.stat().st_size > MAX_MANIFEST:
                raise CannotSend(f"The {MANIFEST} there is larger than any of ours.")
            return got.read_bytes()
        refuse_strangers_there(said, sent_before=sent_before)
        return None

    def refuse_left(self, removed: Sequence[str]) -> None:
        """Raise if any of these is there still."""
        if not removed:
            return
        asked = [f'cd "{self.place.inside}"', *(f'-ls -1 "{path}"' for path in removed)]
        left = len(self.run(asked, cwd=self.room))  # of what is gone nothing is listed
        if left:
            raise CannotSend(
                f"{left} files could not be removed there, and are still to be seen. Remove them "
                "by hand at once, or empty the folder and send again."
            )

    def run(self, lines: Sequence[str], *, cwd: Path) -> list[str]:
        """What the program says to these lines; raises `CannotSend`."""
        known, batch = self.room / "known", self.room / "batch"
        known.write_text(f"{_ALIAS} {self.place.host_key}\n", encoding="ascii")
        batch.write_text("".join(f"{line}\n" for line in lines), encoding="ascii")
        command = [self.program, *_options(known, self.key), "-b", str(batch), "-P",
                   str(self.place.port), f"{self.place.user}@{self.place.host}"]  # fmt: skip
        done = _run(command, cwd)
        if done.returncode:
            raise CannotSend(_reason(done.stderr))
        said = done.stdout.decode("utf-8", "replace").splitlines()
        return [one.strip() for one in said if not one.startswith("sftp>")]


def _options(known: Path, key: Path) -> list[str]:
    told = {
        "BatchMode": "yes",
        "StrictHostKeyChecking": "yes",
        "UserKnownHostsFile": f'"{known}"',
        "GlobalKnownHostsFile": "/dev/null",
        "HostKeyAlias": _ALIAS,
        "UpdateHostKeys": "no",
        "IdentitiesOnly": "yes",
        "IdentityFile": f'"{key}"',
        "PasswordAuthentication": "no",
        "KbdInteractiveAuthentication": "no",
        "ForwardAgent": "no",
        "ConnectTimeout": "20",
        "ServerAliveInterval": "15",
    }
    options = [part for name, value in told.items() for part in ("-o", f"{name}={value}")]
    return ["-F", "none", *options]


def _run(command: Sequence[str], cwd: Path) -> "subprocess.CompletedProcess[bytes]":
    told = {"PATH": "/usr/bin:/bin", "LC_ALL": "C"}  # no agent and no settings of whoever runs it
    try:
        return subprocess.run(  # noqa: S603  # no shell, and every part checked
            command, cwd=cwd, env=told, capture_output=True, stdin=subprocess.DEVNULL,
            timeout=LONGEST, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired as why:
        raise CannotSend(_TOO_LONG) from why


def _reason(stderr: bytes) -> str:
    said = stderr.lower()
    found = next((words for mark, words in _SAID if mark in said), "")
    return found or _NOT_WRITTEN
