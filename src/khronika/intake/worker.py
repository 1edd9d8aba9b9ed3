"""Owns the processes that readers run in, so that no document can take the program with it.

Invariants:

- A document that crashes its reader, outgrows its memory or never ends is a `Problem`; the next
  document finds a fresh process.
- A process sees nothing of the environment, and what it hands over is checked.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import asdict
from queue import Empty, LifoQueue, SimpleQueue
from types import TracebackType
from typing import Self

from khronika.errors import Problem
from khronika.intake.form import form_of
from khronika.intake.frame import (
    DOCUMENT,
    LIMITS,
    PICTURE,
    PROGRESS,
    READING,
    SHOW,
    page_of,
    receive,
    send,
    told,
)
from khronika.intake.limits import Limits, Tell, tell_nobody
from khronika.intake.reading import Reading
from khronika.intake.showing import Picture
from khronika.intake.showing import from_bytes as picture_from
from khronika.intake.unreadable import too_much
from khronika.intake.wire import Garbled, from_bytes

REUSED = 100  # documents a process reads before a fresh one takes over: libraries keep memory
START = 60.0  # seconds a process has to begin in: old machines are slow, and no document's fault
_PER_CHARACTER = 40  # bytes a reading takes at most, places included
_COMMAND = (sys.executable, "-m", "khronika.intake.worker_process")

Message = tuple[bytes, bytes] | None


class Pool:
    """Reads documents in limited processes, as many at a time as it has of them."""

    def __init__(self, limits: Limits, *, size: int = 1) -> None:
        self._limits = limits
        self._idle: LifoQueue[_Worker | None] = LifoQueue()
        for _ in range(size):
            self._idle.put(None)  # started when a document needs it
        self._size = size

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, why: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    def read(self, untrusted: bytes, *, tell: Tell = tell_nobody) -> Reading:
        """The text of the document; waits for a process that is free."""
        if len(untrusted) > self._limits.size:
            return _nothing(untrusted, too_much().problem)
        with self._worker() as worker:
            return worker.read(untrusted, tell)

    def show(self, untrusted: bytes, number: int) -> Picture | None:
        """The picture of a page; None where there is none, or none can be made."""
        if len(untrusted) > self._limits.size:
            return None
        with self._worker() as worker:
            return worker.show(untrusted, number)

    def close(self) -> None:
        """End every process."""
        for _ in range(self._size):
            worker = self._idle.get()
            if worker:
                worker.stop()
            self._idle.put(None)

    @contextlib.contextmanager
    def _worker(self) -> Iterator["_Worker"]:
        worker = self._idle.get()
        try:
            worker = worker if worker and worker.is_fit else self._fresh(worker)
            yield worker
        finally:
            self._idle.put(worker)

    def _fresh(self, worn: "_Worker | None") -> "_Worker":
        if worn:
            worn.stop()
        return _Worker(self._limits)


class _Worker:
    """One process, and a thread that takes its messages as they come."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._left = REUSED
        self._patience = START + limits.seconds
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            _COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=None if os.name == "nt" else {},  # Windows starts nothing without one
            start_new_session=True,
        )
        self._messages: SimpleQueue[Message] = SimpleQueue()
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()
        self._send(LIMITS, json.dumps(asdict(limits)).encode())

    @property
    def is_fit(self) -> bool:
        """Whether it lives, and has not read too much to be trusted with more."""
        return self._left > 0 and self._process.poll() is None

    def read(self, untrusted: bytes, tell: Tell) -> Reading:
        """The text of the document; a process that fails is stopped."""
        self._left -= 1
        problem = _crashed()
        try:
            for kind, body in self._answers() if self._send(DOCUMENT, untrusted) else ():
                if kind == READING:
                    return from_bytes(body)
                if kind == PROGRESS:
                    tell(*told(body))
        except Empty:
            problem = _too_slow()
        except Garbled:
            problem = _crashed()
        self.stop()
        return _nothing(untrusted, problem)

    def show(self, untrusted: bytes, number: int) -> Picture | None:
        """The picture of a page; a process that fails is stopped."""
        self._left -= 1
        with contextlib.suppress(Empty):
            for kind, body in (
                self._answers() if self._send(SHOW, page_of(number, untrusted)) else ()
            ):
                if kind == PICTURE:
                    return picture_from(body)
        self.stop()
        return None

    def stop(self) -> None:
        """End the process and all it started."""
        self._left = 0
        with contextlib.suppress(OSError):
            if os.name == "nt":  # pragma: no cover
                self._process.kill()
            else:
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._thread.join()
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                if pipe:
                    pipe.close()

    def _send(self, kind: bytes, body: bytes) -> bool:
        assert self._process.stdin  # noqa: S101 - it was asked for
        try:
            send(self._process.stdin, kind, body)
        except OSError:
            return False
        return True

    def _answers(self) -> Iterator[tuple[bytes, bytes]]:
        """What the process says up to its end; raises `Empty` after a silence that is too long."""
        while (message := self._messages.get(timeout=self._patience)) is not None:
            self._patience = self._limits.seconds
            yield message

    def _listen(self) -> None:
        assert self._process.stdout  # noqa: S101 - it was asked for
        limit = self._limits.characters * _PER_CHARACTER
        message: Message = (b"", b"")
        while message is not None:
            message = receive(self._process.stdout, limit=limit)
            self._messages.put(message)


def _nothing(untrusted: bytes, problem: Problem) -> Reading:
    return Reading("", form_of(untrusted[:4096]), "", "", problems=(problem,))


def _too_slow() -> Problem:
    return Problem(
        "",
        "intake.too-slow",
        "The document took longer than the limits allow.",
        "Divide it, or open it in its own program and save it anew.",
    )


def _crashed() -> Problem:
    return Problem(
        "",
        "intake.crashed",
        "The reader broke down over the document.",
        "Do not open it on a machine you need; look for another copy.",
    )
