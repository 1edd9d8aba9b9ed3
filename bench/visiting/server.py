"""The real server over a folder of invented people, and what the system says it costs."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Server:
    """`khronika serve` on a free port of this machine; `told` is its environment."""

    folder: Path
    told: Mapping[str, str]
    port: int = 0
    seconds: float = 0.0  # from the start of the program to the first answer
    process: subprocess.Popen[str] | None = field(default=None, repr=False)

    def start(self) -> None:
        """Start it, and wait for its first answer."""
        begun = time.perf_counter()
        arguments = ["--casebook", str(self.folder), "serve", "--port", "0", "--no-browser"]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "khronika", *arguments],
            stdout=subprocess.PIPE,
            text=True,
            env=dict(self.told),
        )
        assert self.process.stdout is not None
        said = self.process.stdout.readline()
        found = re.search(r":(\d+)/", said)
        assert found, f"the server said {said!r}"
        self.port = int(found[1])
        asked = HTTPConnection("127.0.0.1", self.port, timeout=60)
        asked.request("GET", "/")
        assert asked.getresponse().status == 200
        self.seconds = time.perf_counter() - begun

    def kill(self) -> None:
        """As a power cut would: no signal it could answer."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self._let_go()

    def stop(self) -> None:
        """Stop it as a person would."""
        assert self.process is not None
        self.process.terminate()
        self.process.wait(20)
        self._let_go()

    def megabytes(self) -> float:
        """Resident memory now."""
        return self._status("VmRSS") / 1024

    def most_megabytes(self) -> float:
        """The most it ever had."""
        return self._status("VmHWM") / 1024

    def cpu(self) -> float:
        """Seconds of processor time so far."""
        assert self.process is not None
        row = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii")
        user, system = row.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / _TICKS

    def _status(self, name: str) -> int:
        assert self.process is not None
        text = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(next(row for row in text.splitlines() if row.startswith(name)).split()[1])

    def _let_go(self) -> None:
        assert self.process is not None
        if self.process.stdout is not None:
            self.process.stdout.close()
