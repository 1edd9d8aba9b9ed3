"""What the pages on deployment say, and a visitor who comes in from outside."""

import http.client
import re
import shlex
import socket
import ssl
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from house.matter import ROOT, fences

GUIDE = ROOT / "docs" / "guide"
PASSPHRASE = "ferry lantern quiet maple"


def blocks(page: str) -> list[str]:
    """The blocks of a page of the guide, in order."""
    return [body for _, body in fences(GUIDE / page)]


def file_in(page: str, name: str) -> str:
    """The file that a page shows, without the line that names it."""
    found = [one for one in blocks(page) if one.startswith(f"# {name}\n")]
    assert len(found) == 1, f"{page} shows {name} once"
    return found[0].partition("\n")[2]


def commands_in(page: str, program: str) -> list[list[str]]:
    """The commands of a page that call this program, each as its words."""
    lines = (line for one in blocks(page) for line in one.splitlines())
    return [shlex.split(line) for line in lines if line.startswith(f"{program} ")]


def settings_in(unit: str) -> dict[str, str]:
    """The environment that a unit of systemd sets."""
    return dict(re.findall(r"^Environment=(\w+)=(.*)$", unit, re.MULTILINE))


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as one:
        return int(one.getsockname()[1])


@dataclass
class Visitor:
    """A browser without any cleverness: cookies, forms, and the name it asks for."""

    port: int
    host: str
    trusts: Path | None = None  # a certificate; without one there is no TLS
    cookies: dict[str, str] = field(default_factory=dict)
    set_cookie: list[str] = field(default_factory=list)

    def ask(
        self, path: str, sent: dict[str, str] | None = None, **headers: str
    ) -> tuple[int, str, dict[str, str]]:
        """The status, the page and the headers of the answer."""
        connection = self._connection()
        told = {"Host": self.host, "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        body = None
        if sent is not None:
            told |= {"Content-Type": "application/x-www-form-urlencoded"}
            told |= {"Referer": f"https://{self.host}/", "Origin": self._origin()}
            body = urlencode(sent)
        try:
            connection.request(
                "GET" if sent is None else "POST", path, body, told | _named(headers)
            )
            answer = connection.getresponse()
            page = answer.read().decode("utf-8", "replace")
        finally:
            connection.close()
        self._keep(answer)
        return answer.status, page, {k.lower(): v for k, v in answer.getheaders()}

    def send(self, path: str, sent: dict[str, str]) -> tuple[int, str, dict[str, str]]:
        """Fill in the form of the start page and send it."""
        page = self.ask("/")[1]
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        assert token
        return self.ask(path, sent | {"csrfmiddlewaretoken": token[1]})

    def _origin(self) -> str:
        return f"{'https' if self.trusts else 'http'}://{self.host}"

    def _connection(self) -> http.client.HTTPConnection:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        if self.trusts:
            connection.connect()
            context = ssl.create_default_context(cafile=str(self.trusts))
            name = self.host.partition(":")[0]
            try:
                connection.sock = context.wrap_socket(connection.sock, server_hostname=name)
            except OSError:
                connection.close()
                raise
        return connection

    def _keep(self, answer: http.client.HTTPResponse) -> None:
        for name, text in answer.getheaders():
            if name.lower() == "set-cookie":
                self.set_cookie.append(text)
                key, _, value = text.partition(";")[0].partition("=")
                self.cookies[key] = value


def _named(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): text for name, text in headers.items()}


@dataclass(frozen=True)
class Desk:
    """A desk that runs: its port, and the code it printed; empty where it printed none."""

    port: int
    code: str


def wait_for(port: int, program: subprocess.Popen[bytes]) -> None:
    """Go on once somebody answers at this port."""
    while program.poll() is None:
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
    raise AssertionError("the program ended")
