"""Starts the desk: makes its key and its tables, then answers on this machine alone.

Invariants:

- It listens on 127.0.0.1. Whatever lets others in (a proxy with TLS, an onion service) stands
  before it on the same machine.
- The key is made once, for this folder, readable by its owner alone.
"""

import os
import socket
import sys
import webbrowser
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from secrets import token_urlsafe
from threading import Event, Thread

import waitress
from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import connection

from khronika.desk.database import SCHEMA
from khronika.errors import KhronikaError

HERE = "127.0.0.1"
PORT = 8765
THREADS = 4
MAX_BODY = 102_000_000  # bytes; the files of one form (`uploads.MOST`) and what is around them
_OWNER_ALONE = 0o600


class PortTaken(KhronikaError):
    """Somebody else listens there."""

    def __init__(self, port: int) -> None:
        super().__init__(f"The port {port} of this machine is taken. Name another with --port.")


def make_key(folder: Path) -> None:
    """Make the secret that sessions are signed with, unless it is there."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("desk.key", "desk.sqlite"):
        handle = os.open(folder / name, os.O_CREAT | os.O_RDWR, _OWNER_ALONE)
        if name == "desk.key" and not os.fstat(handle).st_size:
            os.write(handle, token_urlsafe(50).encode("ascii"))
        os.close(handle)


def make_tables() -> None:
    """Bring the tables of accounts and sessions level with the program."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f'CREATE SCHEMA IF NOT EXISTS "{SCHEMA}"')
    call_command("migrate", verbosity=0, interactive=False)


def start_forgetting() -> None:
    """Let go of what the logbook holds too long, now and every day, beside the answering."""
    forgetting = import_module("khronika.desk.logbook.forgetting")
    forgetting.forgot_today()
    wait = Event().wait  # nobody ends it but the program
    Thread(target=forgetting.keep_forgetting, args=(wait,), daemon=True).start()


def start_warming() -> None:
    """Read the record beside the answering, before anybody asks for it."""
    import_module("khronika.desk.warming").start_warming()


def serve(port: int | None, *, browser: bool, say: Callable[[str], object]) -> None:
    """Answer until stopped; the address is said once it can be asked."""
    application = get_wsgi_application()
    make_tables()
    start_forgetting()
    listening = listen(port)
    server = waitress.create_server(application, sockets=[listening], **_options())
    address = f"http://{HERE}:{listening.getsockname()[1]}/"
    say(f"{address}\n")
    _print_code(say)
    sys.stdout.flush()
    start_warming()
    if browser:
        webbrowser.open(address)
    server.run()


def _print_code(say: Callable[[str], object]) -> None:
    """Where others can reach a desk that nobody has set up, say what setting it up asks for."""
    reads = import_module("khronika.desk.accounts.reads")  # models, which need Django to be set up
    code = import_module("khronika.desk.setup.code").SETUP_CODE
    if settings.DESK_IS_REACHABLE and not reads.is_set_up():
        say(f"Code to set up this desk: {code.issue()}\n")


def listen(port: int | None) -> socket.socket:
    """Listen at this port, or at ours or any free one; raises `PortTaken`."""
    for wanted in (PORT, 0) if port is None else (port,):
        try:
            return socket.create_server((HERE, wanted))
        except OSError:
            continue
    raise PortTaken(port or 0)


def _options() -> dict[str, object]:
    proxied = {"trusted_proxy": HERE, "trusted_proxy_headers": {"x-forwarded-proto"}}
    return {
        "threads": THREADS,
        "ident": None,
        "max_request_body_size": MAX_BODY,
        "clear_untrusted_proxy_headers": True,
        **(proxied if settings.IS_BEHIND_TLS else {}),
    }


def main(arguments: list[str]) -> int:
    """Start as `python -m khronika.desk FOLDER PORT BROWSER`; the settings read the folder."""
    folder, port, browser = arguments
    make_key(Path(folder))
    import_module("django").setup()
    wanted = int(port) if port else None
    try:
        serve(wanted, browser=browser == "browser", say=sys.stdout.write)
    except KhronikaError as why:
        sys.stderr.write(f"{why}\n")
        return 1
    except KeyboardInterrupt:
        return 0
    return 0
