import socket
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread

import pytest

from khronika.cli.serving import (
    HEADERS,
    HERE,
    PortTaken,
    Server,
    address_of,
    serve_until_stopped,
    server_for,
)
from khronika.editions.site.missing import STYLE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "en").mkdir(parents=True)
    (site / "bare").mkdir()
    (site / ".git").mkdir()
    (site / "index.html").write_text("<p>Вера", encoding="utf-8")
    (site / "en" / "index.html").write_text("<p>home", encoding="utf-8")
    (site / "app.js").write_text("1", encoding="utf-8")
    (site / ".git" / "config").write_text("hidden", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("not below the folder", encoding="utf-8")
    return site


@pytest.fixture
def server(folder: Path) -> Iterator[Server]:
    server = server_for(folder, port=0)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def ask(server: Server, path: str, *, method: str = "GET", host: str = HERE) -> HTTPResponse:
    connection = HTTPConnection(HERE, server.server_port)
    connection.request(method, path, headers={"Host": host})
    answer = connection.getresponse()
    answer.body = answer.read()  # type: ignore[attr-defined]
    connection.close()
    return answer


def test_it_listens_to_this_machine_alone(server: Server) -> None:
    assert server.server_address[0] == HERE
    assert address_of(server) == f"http://{HERE}:{server.server_port}/"


@pytest.mark.parametrize(
    ("path", "mime"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/en/", "text/html; charset=utf-8"),
        ("/app.js", "text/javascript; charset=utf-8"),
    ],
)
def test_a_page_comes_with_its_type_and_every_guard(server: Server, path: str, mime: str) -> None:
    answer = ask(server, path)
    assert answer.status == 200
    assert answer.headers["Content-Type"] == mime
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_the_style_of_the_page_for_what_is_missing_is_let_in_and_no_other_is() -> None:
    allowed = HEADERS["Content-Security-Policy"].split("style-src ")[1].split(";")[0]
    digest = b64encode(sha256(STYLE.encode()).digest()).decode()
    assert allowed == f"'self' 'sha256-{digest}'"


def test_the_text_arrives_as_it_stands(server: Server) -> None:
    assert ask(server, "/").body == "<p>Вера".encode()  # type: ignore[attr-defined]
    assert ask(server, "/", method="HEAD").body == b""  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "path",
    ["/bare/", "/../secret.txt", "/%2e%2e/secret.txt", "/.git/config", "/en/../.git/config", "/no"],
)
def test_nothing_else_is_handed_out(server: Server, path: str) -> None:
    answer = ask(server, path)
    assert answer.status == 404
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_link_out_of_the_folder_leads_nowhere(server: Server, folder: Path) -> None:
    try:
        (folder / "out.txt").symlink_to(folder.parent / "secret.txt")
    except OSError:  # Windows allows links only to some accounts
        return
    assert ask(server, "/out.txt").status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_sent(server: Server, method: str) -> None:
    assert ask(server, "/", method=method).status == 501


def test_a_foreign_name_that_leads_here_gets_nothing(server: Server) -> None:
    assert ask(server, "/", host="evil.example").status == 421
    assert ask(server, "/", host=f"localhost:{server.server_port}").status == 200


def test_a_port_that_is_taken_is_said(folder: Path) -> None:
    with socket.socket() as other:
        other.bind((HERE, 0))
        other.listen()
        with pytest.raises(PortTaken, match="--port"):
            server_for(folder, port=other.getsockname()[1])


def test_stopping_the_program_is_no_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("khronika.cli.serving.webbrowser.open", opened.append)

    def stopped(_server: Server) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Server, "serve_forever", stopped)
    server = server_for(folder, port=0)
    serve_until_stopped(server, browser=True)
    assert opened == [address_of(server)]
