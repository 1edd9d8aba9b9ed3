"""The desk as a process, as the pages on deployment start it."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from deploying import Desk


@pytest.fixture
def start() -> Iterator[Callable[..., Desk]]:
    """Starts desks with the command and the environment of a page."""
    running: list[subprocess.Popen[str]] = []

    def started(folder: Path, told: dict[str, str]) -> Desk:
        command = [sys.executable, "-m", "khronika", "--casebook", str(folder), "serve", "--port",
                   "0", "--no-browser"]  # fmt: skip
        environ = {name: value for name, value in os.environ.items() if "KHRONIKA" not in name}  # noqa: TID251
        one = subprocess.Popen(  # noqa: S603
            command, stdout=subprocess.PIPE, encoding="utf-8", env=environ | told
        )
        running.append(one)
        assert one.stdout is not None
        port = int(one.stdout.readline().strip().rstrip("/").rpartition(":")[2])
        code = one.stdout.readline().strip().rpartition(" ")[2] if "KHRONIKA_HOSTS" in told else ""
        return Desk(port, code)

    yield started
    for one in running:
        one.terminate()
        one.wait(20)
        if one.stdout:
            one.stdout.close()
