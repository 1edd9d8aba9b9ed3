"""Shows a built edition to the person at this machine, and to nobody else.

Invariants:

- It listens on 127.0.0.1 alone, answers GET and HEAD alone, and reads below one folder alone.
- No answer lists a folder or hands out a hidden file, and every answer forbids what is not ours.
"""

import os
import webbrowser
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from typing import BinaryIO

from khronika.editions.site.missing import ALLOWS
from khronika.errors import KhronikaError

HERE = "127.0.0.1"
PORT = 8765
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; "
        f"style-src 'self' {ALLOWS}; img-src 'self' data:; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'; object-src 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
TYPES = {
    "": "application/octet-stream",
    ".atom": "application/atom+xml; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".jsonld": "application/ld+json",
    ".md": "text/markdown; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
    ".zip": "application/zip",
}


class PortTaken(KhronikaError):
    """Another program listens on the port that was asked for."""

    def __init__(self, port: int) -> None:
        super().__init__(f"Port {port} is taken; choose another with --port.")


class Reader(SimpleHTTPRequestHandler):
    """Answers one request from below the folder."""

    extensions_map = TYPES  # not the system's table: on some systems it serves scripts as text
    server_version = "khronika"
    sys_version = ""

    def send_head(self) -> BinaryIO | None:
        """The answer's head; a refusal where the question is not for us."""
        if not self._is_for_us():
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return None
        if self._is_elsewhere():
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

    def list_directory(self, path: str | os.PathLike[str]) -> None:  # noqa: ARG002
        """No folder is listed."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """Every answer says what the browser may do with it."""
        for name, text in HEADERS.items():
            self.send_header(name, text)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Whoever reads what is nobody's business, not even the terminal's."""

    def _is_for_us(self) -> bool:
        """Whether the browser asked this machine: a foreign name that leads here is an attack."""
        host = self.headers.get("Host", HERE).rsplit(":", 1)[0]
        return host in {HERE, "localhost"}

    def _is_elsewhere(self) -> bool:
        """Whether the path is hidden, or a link that leads out of the folder."""
        root = Path(self.directory).resolve()
        wanted = Path(self.translate_path(self.path)).resolve()
        if not wanted.is_relative_to(root):
            return True
        return any(part.startswith(".") for part in wanted.relative_to(root).parts)


class Server(ThreadingHTTPServer):
    """Listens here, without asking the network what this machine is called."""

    daemon_threads = True
    allow_reuse_address = os.name == "posix"  # on Windows it would let two programs share a port

    def server_bind(self) -> None:
        """Take the port."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = HERE, self.socket.getsockname()[1]


def server_for(folder: Path, *, port: int | None) -> Server:
    """A server of this folder on the port; unless one is given, on the usual or any free one."""
    reader = partial(Reader, directory=str(folder))
    for number in (port,) if port is not None else (PORT, 0):
        try:
            return Server((HERE, number), reader)
        except OSError:
            continue
    raise PortTaken(port or PORT)


def address_of(server: Server) -> str:
    """What to type into a browser."""
    return f"http://{HERE}:{server.server_port}/"


def serve_until_stopped(server: Server, *, browser: bool) -> None:
    """Answer until the person stops the program."""
    if browser:
        webbrowser.open(address_of(server))
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        return
    finally:
        server.server_close()
