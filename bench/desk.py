"""Fifty people at one desk: how soon they are answered, and whether anything they wrote is lost.

A record of invented people, the real server on a free port of this machine, and visitors who sign
in with passphrase and code. Four fifths of what they do is reading, one fifth writing: a hearing, a
dispute settled, a letter sent, a family spoken with; after each write they look at the page. First
with pauses as people make them, then without any, then the server is killed in the middle and
started again. After each run every write that was acknowledged is looked for in what is stored.

Aims: no error, nothing lost, 95 of 100 answers within 300 ms on two cores, below 150 MB while idle,
one decision recorded within 10 ms.

.venv/bin/python bench/desk.py [--people 5000] [--seconds 60] [--postgres URL]
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import psycopg
from invented.people import HOUSE, a_claim, record
from visiting.server import Server
from visiting.visitor import HABITS, WRITES, Answered, Visitor

from khronika.casebook.casebook import Casebook
from khronika.casebook.init import init
from khronika.casebook.recording import decided
from khronika.ledger.ledger import Ledger, Recorded
from khronika.schema.decision import Decision, Verb
from khronika.schema.visibility import Visibility

VISITORS = 50
PAUSE = 2.0  # seconds between two requests of one person: faster than anybody reads
WRITTEN_TO = 5  # of so many people one has an address that was checked
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Place:
    """A folder with the record in it, and what its server is told."""

    folder: Path
    told: Mapping[str, str]


def main() -> None:
    """Print every figure."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--people", type=int, default=5_000)
    asked.add_argument("--seconds", type=int, default=60)
    asked.add_argument("--postgres", default="", help="postgresql+psycopg://user@host/database")
    options = asked.parse_args()
    print(f"desk: {options.people:,} invented people, {VISITORS} visitors, {os.cpu_count()} cores")
    _measure("SQLite", options.people, options.seconds, server="")
    if options.postgres:
        with _database(options.postgres) as url:
            _measure("PostgreSQL", options.people, options.seconds, server=url)
    else:
        print("\nPostgreSQL: not measured; KHRONIKA_TEST_POSTGRES and --postgres name no server")


def _measure(name: str, people: int, seconds: int, *, server: str) -> None:
    print(f"\n{name}")
    with tempfile.TemporaryDirectory() as scratch:
        _start_empty(Path(scratch) / "empty", server)
        place = _filled(Path(scratch) / "archive", people, server)
        _decide(place)
        visitors = _signed_in(place, people)
        _visited(place, visitors, seconds, think=PAUSE, run=1)
        _visited(place, visitors, seconds // 2, think=0.0, run=2)
        _killed(place, visitors, seconds // 2, run=3)


def _start_empty(folder: Path, server: str) -> None:
    """The first page before the passphrase is set, and the memory of a desk that nobody asks."""
    folder.mkdir()
    desk = Server(folder, _told(folder, server))
    desk.start()
    print(
        f"  first page {desk.seconds:.1f} s after the start ({desk.cpu():.1f} s of CPU), "
        f"{desk.megabytes():.0f} MB idle"
    )
    desk.stop()


def _filled(folder: Path, people: int, server: str) -> Place:
    told = _told(folder, server)
    init(folder, truth="ledger", id_letters=lambda _: HOUSE)
    with closing(Casebook.open(folder, told)) as casebook:
        casebook.store.append(record(people) | _addresses(people))
    _in_the_desk(told, "make", str(VISITORS))
    return Place(folder, told)


def _addresses(people: int) -> Ledger:
    """What lets somebody be written to: custody, and an address that was checked this week."""
    claims = []
    today = date.today()  # noqa: DTZ011
    for number in range(0, people, WRITTEN_TO):
        held = {"kind": "pretrial", "start": f"{today - timedelta(days=40)}"}
        address = {
            "kind": "address", "facility": "sizo-1-moscow", "checked": f"{today}",
            "address": {"text": f"Matrosskaya tishina, {number}", "lang": "ru"},
            "checked-by": "answer",
        }  # fmt: skip
        claims.append(a_claim(number, "custody", {**held}, place=1))
        claims.append(a_claim(number, "support", {**address}, place=1))
    when = frozenset({Recorded(at="2026-11-20T10:00:00Z", by="editors")})
    decisions = [
        Decision(Verb.ACCEPT, (one.id(),), by="editors", at="2026-11-20T10:00:00Z")
        for one in claims
    ]
    entries = [one.id() for one in claims]
    return Ledger(
        claims={one.id(): one for one in claims},
        decisions={one.id(): one for one in decisions},
        recorded=dict.fromkeys([*entries, *(one.id() for one in decisions)], when),
        visibility=dict.fromkeys(entries, Visibility.PUBLIC),
    )


def _decide(place: Place) -> None:
    """How long one decision takes to be in the record for good."""
    with closing(Casebook.open(place.folder, place.told)) as casebook:
        took = []
        for number in range(50):
            when = Recorded(at=f"2026-11-20T11:00:{number:02}Z", by="editors")
            one = Decision(Verb.READY, (f"{HOUSE}/person/person-{number}",), by="editors",
                           at=when.at)  # fmt: skip
            batch = decided([one], recorded=when)
            begun = time.perf_counter()
            casebook.store.append(batch)
            took.append(time.perf_counter() - begun)
    print(f"  one decision recorded: median {statistics.median(took) * 1000:.1f} ms of 50")


def _visited(place: Place, known: list[Visitor], seconds: int, *, think: float, run: int) -> None:
    """One run, and what it found."""
    desk = Server(place.folder, place.told)
    desk.start()
    visitors = [one.comes_again(desk.port, think=think, run=run) for one in known]
    visitors[0].look()
    idle, begun, cpu = desk.megabytes(), time.perf_counter(), desk.cpu()
    _stay(visitors, seconds, desk=None)
    took, spent = time.perf_counter() - begun, desk.cpu() - cpu
    log = [one for visitor in visitors for one in visitor.log]
    pause = f"a pause of {think:.0f} s on average" if think else "no pause at all"
    print(f"  {VISITORS} visitors, {pause}, {seconds} s:")
    print(
        f"    {len(log):,} answers, {len(log) / took:.0f} a second, "
        f"{spent / len(log) * 1000:.0f} ms of CPU each ({spent / took:.2f} cores), "
        f"load of the machine {os.getloadavg()[0]:.1f}"
    )
    _print_kinds(log)
    print(f"    memory: {idle:.0f} MB with the record read, {desk.most_megabytes():.0f} MB at most")
    desk.stop()
    _print_lost(place, visitors)


def _killed(place: Place, known: list[Visitor], seconds: int, *, run: int) -> None:
    """The server dies in the middle; afterwards it is started again and goes on."""
    desk = Server(place.folder, place.told)
    desk.start()
    visitors = [one.comes_again(desk.port, think=0.0, run=run) for one in known]
    _stay(visitors, seconds, desk=desk)
    again = Server(place.folder, place.told)
    again.start()
    after, anew = f"{seconds / 2:.0f} s", f"{again.seconds:.1f} s"
    print(f"  killed after {after} without a pause, answers {anew} after a new start:")
    later = [one.comes_again(again.port, think=0.0, run=run + 1) for one in known]
    _stay(later, seconds // 2, desk=None)
    again.stop()
    _print_lost(place, [*visitors, *later])


def _signed_in(place: Place, people: int) -> list[Visitor]:
    """Everybody, signed in; their sessions outlive the server, as those of browsers do."""
    desk = Server(place.folder, place.told)
    desk.start()
    visitors = [Visitor(number, desk.port, people, VISITORS, 0.0, 0) for number in range(VISITORS)]
    begun = time.perf_counter()
    for one in visitors:
        one.sign_in()
    print(f"  {VISITORS} signed in, {(time.perf_counter() - begun) / VISITORS:.1f} s each")
    desk.stop()
    return visitors


def _stay(visitors: list[Visitor], seconds: float, *, desk: Server | None) -> None:
    """Let them all stay; a desk that is named is killed half-way."""
    over, gone = time.perf_counter() + seconds, threading.Event()
    staying = [
        threading.Thread(
            target=one.stay, args=(lambda: time.perf_counter() > over,), kwargs={"gone": gone}
        )
        for one in visitors
    ]
    if desk:
        timer = threading.Timer(seconds / 2, lambda: (gone.set(), desk.kill()))
        timer.start()
    _together(staying)


def _together(threads: list[threading.Thread]) -> None:
    for one in threads:
        one.start()
    for one in threads:
        one.join()


def _print_kinds(log: list[Answered]) -> None:
    kinds = [*HABITS, *sorted({one.kind for one in log} - HABITS.keys()), "", "reads", "writes"]
    print(f"    {'':10}{'answers':>9}{'p50':>7}{'p95':>7}{'max':>7}  ms")
    for kind in kinds:
        rows = [one.seconds for one in log if kind in {one.kind, "", _group(one)}]
        if rows:
            p50, p95 = _of_hundred(rows, 50), _of_hundred(rows, 95)
            name = kind or "all"
            print(f"    {name:10}{len(rows):>9,}{p50:>7.0f}{p95:>7.0f}{max(rows) * 1000:>7.0f}")
    wrong = [one for one in log if one.is_error]
    told = ", ".join(sorted({f"{one.kind} {one.status}" for one in wrong}))
    print(f"    errors: {len(wrong)}{f' ({told})' if told else ''}")


def _group(one: Answered) -> str:
    return "writes" if one.kind in WRITES else "reads"


def _of_hundred(seconds: list[float], place: int) -> float:
    """This percentile in milliseconds: the answer that so many of a hundred were no slower than."""
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, len(ordered) * place // 100)] * 1000


def _print_lost(place: Place, visitors: list[Visitor]) -> None:
    acknowledged = [one for visitor in visitors for one in visitor.acknowledged]
    stored = _stored(place)
    lost = [one for one in acknowledged if one not in stored]
    print(f"    writes acknowledged: {len(acknowledged):,}, lost: {len(lost)} {lost[:3] or ''}")


def _stored(place: Place) -> set[tuple[str, str, str]]:
    """Every write that is there, as visitors remember them."""
    with closing(Casebook.open(place.folder, place.told)) as casebook:
        ledger = casebook.ledger()
    found = {
        ("fact", claim.subject.rpartition("/")[2], claim.passage.quote)
        for claim in ledger.claims.values()
    }
    for one in ledger.decisions.values():
        if one.verb is Verb.PREFER:
            subject = ledger.claims[one.targets[0]].subject  # type: ignore[index]
            found.add(("settle", subject.rpartition("/")[2], one.reason))
    rows = json.loads(_in_the_desk(place.told, "tell"))
    return found | {(kind, person.rpartition("/")[2], day) for kind, person, day in rows}


def _in_the_desk(told: Mapping[str, str], *arguments: str) -> str:
    """Run the accounts' script as the desk would."""
    script = [sys.executable, str(_HERE / "visiting" / "accounts.py"), *arguments]
    env = {**told, "DJANGO_SETTINGS_MODULE": "khronika.desk.settings"}
    return subprocess.run(script, env=env, check=True, capture_output=True, text=True).stdout


def _told(folder: Path, server: str) -> dict[str, str]:
    own = {"PATH": os.defpath, "HOME": str(folder), "KHRONIKA_DESK_FOLDER": str(folder)}
    return {**own, **({"KHRONIKA_DATABASE_URL": server} if server else {})}


@contextmanager
def _database(url: str) -> Iterator[str]:
    """A database of our own on this server, gone afterwards."""
    name = f"khronika_bench_{uuid4().hex[:8]}"
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        try:
            yield f"{url.rpartition('/')[0]}/{name}"
        finally:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


if __name__ == "__main__":
    main()
