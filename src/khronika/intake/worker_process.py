"""The process that readers run in: it takes documents on its input and hands readings back.

Started by `worker.py` as `python -m khronika.intake.worker_process`. Invariants:

- Before the first document its memory is limited, where the system can.
- Nothing a library prints comes between the messages, and nothing of a document to a terminal.
"""

import json
import os
import sys
from typing import BinaryIO

from khronika.intake.frame import (
    DOCUMENT,
    LIMITS,
    PICTURE,
    PROGRESS,
    READING,
    READY,
    SHOW,
    progress,
    receive,
    send,
    wanted,
)
from khronika.intake.limits import Limits, Tell
from khronika.intake.reader import read
from khronika.intake.showing import show
from khronika.intake.showing import to_bytes as picture_bytes
from khronika.intake.wire import to_bytes

_LARGEST = 2**40  # what comes in is checked by the one who sends it


def main() -> None:
    """Read documents until the input ends."""
    source, answers = _pipes()
    limits = Limits()
    while (message := receive(source, limit=_LARGEST)) is not None:
        kind, body = message
        if kind == LIMITS:
            limits = Limits(**json.loads(body))
            _limit_memory(limits)
            send(answers, READY, b"")
        elif kind == DOCUMENT:
            send(answers, READING, to_bytes(read(body, limits=limits, tell=_teller(answers))))
        elif kind == SHOW:
            number, document = wanted(body)
            send(answers, PICTURE, picture_bytes(show(document, number, limits=limits)))


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """The input, and the output kept for answers alone: what else is printed goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return sys.stdin.buffer, answers


def _teller(answers: BinaryIO) -> Tell:
    """Says how far a reading is, to whoever waits for it."""

    def tell(done: int, of: int) -> None:
        send(answers, PROGRESS, progress(done, of))

    return tell


def _limit_memory(limits: Limits) -> None:
    try:
        import resource  # noqa: PLC0415 - Unix has it, Windows has not
    except ImportError:  # pragma: no cover
        return
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
