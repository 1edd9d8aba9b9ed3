"""Where the site stands on the web: an address for SFTP, and the key its host is known by.

Invariants:

- Nothing here can become an option, a command or another host: every part is checked by its signs.
- No password is ever kept. The desk's own key lies beside, readable by its owner alone.
"""

import base64
import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

from khronika.casebook.writes import write_text
from khronika.errors import KhronikaError
from khronika.values.sentence import N_

FOLDER = "online"  # in the casebook; holds the place, our key, and what was sent
_USER = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}\Z")
_HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?\Z")
_INSIDE = re.compile(r"/?[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*\Z")
_ADDRESS = re.compile(r"sftp://([^@/:]+)@([^@/:]+)(?::([0-9]{1,5}))?/(.+)\Z")
_KEYS = r"(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(?:256|384|521))\s+([A-Za-z0-9+/]{40,2000}={0,2})"
_LAST_PORT = 65535
_NO_ADDRESS = N_("Write the address as sftp://user@host/folder, without a password in it.")
_STRANGE_SIGNS = N_(
    "The address holds signs that no host, user or folder of a site has. Letters, digits, dots, "
    "hyphens and underscores are enough."
)
_NO_KEY = N_(
    "This is no public key of a host. It is one line that begins with ssh-ed25519, ecdsa-sha2 or "
    "ssh-rsa; ask whoever runs the host for it."
)


class BadPlace(KhronikaError):
    """What was typed is no address for SFTP, or no key of a host."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the site stands: `sftp://user@host:port/folder`, and its host's public key.

    A folder that begins with a slash is counted from the root there, any other from the home of
    the user.
    """

    user: str
    host: str
    port: int
    inside: str
    host_key: str

    @property
    def address(self) -> str:
        """The address as it is typed."""
        return f"sftp://{self.user}@{self.host}:{self.port}/{self.inside}"

    @property
    def fingerprint(self) -> str:
        """The host's key as hosts print it, to be compared by eye."""
        raw = base64.b64decode(self.host_key.split()[1])
        digest = base64.b64encode(hashlib.sha256(raw).digest()).decode("ascii")
        return f"SHA256:{digest.rstrip('=')}"


def place_of(address: str, host_key: str) -> Place:
    """The place that was typed; raises `BadPlace`."""
    found = _ADDRESS.match(address.strip())
    if not found:
        raise BadPlace(_NO_ADDRESS)
    user, host, port, inside = found.groups()
    inside = inside.rstrip("/")
    number = int(port or 22)
    sound = _USER.match(user) and _HOST.match(host) and _INSIDE.match(inside)
    steps_out = {".", ".."} & set(inside.split("/"))
    if not sound or steps_out or not 0 < number <= _LAST_PORT:
        raise BadPlace(_STRANGE_SIGNS)
    return Place(user, host, number, inside, _key(host_key))


def read_place(folder: Path) -> Place | None:
    """The place this casebook's site stands at; None where nobody named one."""
    file = folder / FOLDER / "place.json"
    try:
        body = json.loads(file.read_bytes())
        return place_of(str(body["address"]), str(body["host_key"]))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as why:
        raise BadPlace(f"{FOLDER}/place.json cannot be read. Name the place again.") from why


def write_place(folder: Path, place: Place) -> None:
    """Keep the place for this casebook, out of a shared history."""
    own = folder / FOLDER
    own.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_text(own / ".gitignore", "*\n")
    body = {"address": place.address, "host_key": place.host_key}
    write_text(own / "place.json", json.dumps(body, indent=1) + "\n")


def forget_place(folder: Path) -> None:
    """Send nothing there any more; what was put there stays there, and our key here."""
    (folder / FOLDER / "place.json").unlink(missing_ok=True)


def _key(text: str) -> str:
    found = re.search(_KEYS, text)
    try:
        raw = base64.b64decode(found[2], validate=True) if found else b""
    except ValueError:
        raw = b""
    if found is None or found[1].encode("ascii") not in raw[:30]:
        raise BadPlace(_NO_KEY)
    return f"{found[1]} {found[2]}"
