"""Somebody at the desk: signs in, reads and writes as people do, and knows what was kept.

Invariants:

- A write counts as acknowledged once its answer is here, and not before.
- No two visitors write about the same person, so that no two answers can be taken for one.
"""

import random
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from http.client import HTTPConnection, HTTPException
from threading import Event
from urllib.parse import urlencode

from django_otp.oath import totp
from visiting.who import PASSPHRASE, key_of, name_of

# How often each is done, of a hundred: four fifths reading.
HABITS = {
    "person": 36, "search": 16, "people": 10, "week": 10, "history": 8,
    "fact": 8, "settle": 4, "letter": 4, "note": 4,
}  # fmt: skip
WRITES = frozenset({"fact", "settle", "letter", "note"})
_WORDS = ("Belov", "Горд", "mokhin", "Шум", "kalin", "Репов", "Drozd")
_CLAIM = re.compile(r'name="claim" value="([0-9a-f]{64})"')
_CHANNEL = re.compile(r'name="channel" value="([^"]+)"')
_TIMEOUT = 60.0  # seconds
_TRIES = 5
_DAYS = 140  # of a run: each has days of its own, and none is older than the logbook keeps


@dataclass(frozen=True, slots=True)
class Answered:
    """A request: what it was, how long its answer took, and its status; 0 for no answer."""

    kind: str
    seconds: float
    status: int

    @property
    def is_error(self) -> bool:
        """Whether it was answered otherwise than it should."""
        return self.status not in {200, 302}


@dataclass
class Visitor:
    """The visitor of this number; `think` is the mean pause between two requests, in seconds."""

    number: int
    port: int
    people: int
    visitors: int
    think: float
    run: int
    log: list[Answered] = field(default_factory=list)
    acknowledged: list[tuple[str, str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._chance = random.Random(self.number + 1000 * self.run)  # noqa: S311 - nothing secret
        self._asked = HTTPConnection("127.0.0.1", self.port, timeout=_TIMEOUT)
        self._cookies: dict[str, str] = {}
        self._turn = 0

    def sign_in(self) -> None:
        """With the passphrase and the code of the app, as everybody."""
        self._ask("sign-in", "/")
        said = {"name": name_of(self.number), "passphrase": PASSPHRASE}
        assert self._ask("sign-in", "/sign-in", said)[0] == 302, "the passphrase was not taken"
        for _ in range(_TRIES):
            code = f"{totp(bytes.fromhex(key_of(self.number))):06}"
            if self._ask("sign-in", "/sign-in/code", {"code": code})[0] == 302:
                break
            time.sleep(1)  # the code had run out, and one that was wrong makes the next one wait
        else:
            raise AssertionError("the code was not taken")
        self.log.clear()

    def look(self) -> None:
        """Open the first page, for which the record is read; this is no part of the run."""
        self._ask("week", "/")
        self.log.clear()

    def comes_again(self, port: int, *, think: float, run: int) -> "Visitor":
        """The same browser in another run: still signed in."""
        again = Visitor(self.number, port, self.people, self.visitors, think, run)
        again._cookies = dict(self._cookies)
        return again

    def stay(self, until: Callable[[], bool], *, gone: Event) -> None:
        """Read and write until it is over; stops at the first silence once the server is gone."""
        while not until():
            time.sleep(self.think * (0.5 + self._chance.random()))
            kind = self._chance.choices(list(HABITS), list(HABITS.values()))[0]
            try:
                self._do(kind)
            except (OSError, HTTPException):
                if gone.is_set():
                    return
                self.log.append(Answered(kind, 0.0, 0))
                self._asked.close()

    def _do(self, kind: str) -> None:
        slug = f"person-{self._chance.randrange(self.people)}"
        match kind:
            case "people" | "week":
                self._ask(kind, "/people" if kind == "people" else "/")
            case "search":
                self._ask(kind, "/people?" + urlencode({"q": self._chance.choice(_WORDS)}))
            case "person" | "history":
                self._ask(kind, f"/people/{slug}" + ("/history" if kind == "history" else ""))
            case _:
                self._write(kind)

    def _write(self, kind: str) -> None:
        self._turn += 1
        mark = f"run {self.run} visitor {self.number} turn {self._turn}"
        day = date.today() - timedelta(days=self._turn % _DAYS + _DAYS * self.run)  # noqa: DTZ011
        match kind:
            case "fact":
                slug = self._own(1)
                said = {
                    "fact-date": f"{day:%d.%m.%Y}", "fact-outcome": "", "words": mark,
                    "how": self._chance.choice(["published", "told"]), "title": mark,
                }  # fmt: skip
                self._send(kind, f"/people/{slug}/add/hearing", said, (slug, mark))
            case "settle":
                slug = self._own(2)
                found = _CLAIM.findall(self._ask("person", f"/people/{slug}")[1])
                if found:
                    said = {"claim": found[0], "reason": mark}
                    self._send(kind, f"/people/{slug}/settle/0", said, (slug, mark))
            case "letter":
                slug = self._own(5)
                ways = _CHANNEL.findall(self._ask("write", f"/people/{slug}/write")[1])
                if ways:
                    said = {"channel": ways[0], "sent": f"{day:%d.%m.%Y}"}
                    self._send(kind, f"/people/{slug}/write", said, (slug, day.isoformat()))
            case "note":
                slug = self._own(1)
                said = {"on": f"{day:%d.%m.%Y}"}
                self._send(kind, f"/people/{slug}/contact", said, (slug, day.isoformat()))

    def _send(self, kind: str, path: str, said: Mapping[str, str], mark: tuple[str, str]) -> None:
        if self._ask(kind, path, said)[0] == 302:
            self.acknowledged.append((kind, *mark))
            self._ask("person", f"/people/{mark[0]}")

    def _own(self, step: int) -> str:
        """One of the people this visitor alone writes about, of those whose number this divides."""
        block = self.people // self.visitors
        return f"person-{self.number * block + (self._turn * step) % block // step * step}"

    def _ask(self, kind: str, path: str, said: Mapping[str, str] | None = None) -> tuple[int, str]:
        headers = {"Cookie": "; ".join(f"{one}={text}" for one, text in self._cookies.items())}
        body = None
        if said is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode({**said, "csrfmiddlewaretoken": self._cookies["csrftoken"]})
        begun = time.perf_counter()
        self._asked.request("GET" if said is None else "POST", path, body, headers)
        answer = self._asked.getresponse()
        text = answer.read().decode("utf-8")
        self.log.append(Answered(kind, time.perf_counter() - begun, answer.status))
        for header in answer.headers.get_all("Set-Cookie") or ():
            name, _, rest = header.partition("=")
            self._cookies[name] = rest.partition(";")[0]
        return answer.status, text
