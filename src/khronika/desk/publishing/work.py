"""Builds and sends behind the back of the request that asked, and tells how far it is.

Invariants:

- One piece of work at a time for one archive. Who comes second is told; taking somebody down is
  never turned away: it waits for what runs, and then builds without them.
- Nothing of an error that is none of ours is shown; the log says where it was.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, Thread

from khronika.desk.said import sentence_of
from khronika.errors import KhronikaError
from khronika.values.sentence import N_
from khronika.values.wording import Wording

_LOG = logging.getLogger("khronika.desk.work")
_FAILED = N_("The program made a mistake. What stood before still stands.")
_BUSY = N_("Something is being made or sent at this moment. Wait until it is done.")
Do = Callable[["Work"], str]


class BusyNow(KhronikaError):
    """Something is being made or sent at this moment."""

    def __init__(self) -> None:
        super().__init__(_BUSY)


@dataclass
class Work:
    """What is being done, or was done last: `said` is its outcome in words, `failed` how it went.

    `edition` and `files` tell how far a build is, `of` how many files it had the last time.
    """

    what: str
    use: str = ""
    edition: str = ""
    files: int = 0
    of: int = 0
    said: str = ""
    failed: bool = False
    done: bool = False

    def watch(self, edition: str, _number: int) -> None:
        """One more file of this edition."""
        self.edition = edition
        self.files += 1


@dataclass
class _Bench:
    """Where the work of one archive is done."""

    lock: Lock
    last: Work | None = None


_BENCHES: dict[Path, _Bench] = {}
_MAKING = Lock()


def last(folder: Path) -> Work | None:
    """What runs for this archive, or ran last since the desk was started."""
    return _bench(folder).last


def begin(folder: Path, work: Work, do: Do, *, wording: Wording) -> None:
    """Start this now; raises `BusyNow`. Its outcome is told in this wording."""
    bench = _bench(folder)
    if not bench.lock.acquire(blocking=False):
        raise BusyNow
    bench.last = work
    start(lambda: _do(bench, work, do, wording))


def begin_after(folder: Path, work: Work, do: Do, *, wording: Wording) -> None:
    """Start this as soon as nothing else runs."""
    bench = _bench(folder)

    def wait() -> None:
        bench.lock.acquire()
        bench.last = work
        _do(bench, work, do, wording)

    start(wait)


def start(target: Callable[[], None]) -> None:
    """Do this beside the requests; tests do it at once."""
    Thread(target=target, name="khronika-work", daemon=True).start()


def _do(bench: _Bench, work: Work, do: Do, wording: Wording) -> None:
    try:
        work.said = do(work)
    except KhronikaError as why:
        work.said, work.failed = sentence_of(why, wording)[0], True
    except Exception:  # noqa: BLE001  # whatever it was, the next work must be able to begin
        _LOG.exception("Work failed")
        work.said, work.failed = wording.gettext(_FAILED), True
    finally:
        work.done = True
        bench.lock.release()


def _bench(folder: Path) -> _Bench:
    with _MAKING:
        return _BENCHES.setdefault(folder, _Bench(Lock()))
