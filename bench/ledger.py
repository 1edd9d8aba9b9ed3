"""What the ledger costs beside a bare table: invented claims appended and read, one run each.

.venv/bin/python bench/ledger.py [how many claims]
"""

import json
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from khronika.ledger.ledger import Ledger, Recorded
from khronika.ledger.sql import SqlStore
from khronika.schema.canonical import canonical_json
from khronika.schema.claim import Claim
from khronika.schema.kind import kind
from khronika.schema.passage import Passage
from khronika.schema.read_value import read_value
from khronika.schema.source import Source
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Visibility

WHEN = Recorded(at="2026-11-22T10:00:00Z", by="k7d2m9qx")
SOURCES = 50
QUOTE = "Суд назначил обвиняемому {} лет {} месяцев колонии, сообщили из зала номер {}."


def ruling(number: int) -> Claim:
    raw = {
        "date": f"20{10 + number % 13}-{1 + number % 12:02}-{1 + number % 28:02}",
        "instance": "first",
        "term": f"{1 + number % 15}y{1 + number % 11}m",
        "regime": "strict",
    }
    fields = {name: read_value(kind("ruling").field(name), text) for name, text in raw.items()}
    place = Passage(
        source=SubjectId(f"examples/source/paper-{number % SOURCES}"),
        page=str(number % 400),
        quote=QUOTE.format(1 + number % 15, 1 + number % 11, number),
    )
    return Claim(
        subject=SubjectId(f"examples/person/person-{number // 20}"),
        kind="ruling",
        fields=fields,
        passage=place,
        case=SubjectId(f"examples/case/case-{number // 200}"),
        lang="ru",
    )


def ledger_of(claims: list[Claim]) -> Ledger:
    by_id = {claim.id(): claim for claim in claims}
    sources = [
        Source(id=SubjectId(f"examples/source/paper-{number}"), title=f"Paper {number}")
        for number in range(SOURCES)
    ]
    described = {source.entry_id(): source for source in sources}
    entries = [*described, *by_id]
    return Ledger(
        sources=described,
        claims=by_id,
        recorded=dict.fromkeys(entries, frozenset({WHEN})),
        visibility=dict.fromkeys(entries, Visibility.TEAM),
    )


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def plain(folder: Path, ready: list[tuple[str, str]]) -> tuple[float, float]:
    """A bare table of ready JSON, as durable as ours: WAL and full sync."""
    with closing(sqlite3.connect(folder / "plain.sqlite")) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("CREATE TABLE claim (id TEXT PRIMARY KEY, body TEXT)")

        def append() -> None:
            with connection:
                connection.executemany("INSERT INTO claim VALUES (?, ?)", ready)

        def read() -> None:
            rows = connection.execute("SELECT id, body FROM claim")
            assert len({one: json.loads(body) for one, body in rows}) == len(ready)

        return seconds(append), min(seconds(read) for _ in range(3))


def ours(folder: Path, ledger: Ledger, later: list[Claim]) -> tuple[float, float, float, float]:
    with closing(SqlStore(f"sqlite:///{folder}/ledger.sqlite")) as store:
        append = seconds(lambda: store.append(ledger))
        read = min(seconds(store.read) for _ in range(3))
        person = SubjectId("examples/person/person-3")
        one_person = statistics.median(
            seconds(lambda: store.read(subjects=[person])) for _ in range(50)
        )
        single = [one_entry(claim) for claim in later]
        one = statistics.median(seconds(partial(store.append, batch)) for batch in single)
        assert not store.verify()
    return append, read, one, one_person


def one_entry(claim: Claim) -> Ledger:
    entry = claim.id()
    return Ledger(
        claims={entry: claim},
        recorded={entry: frozenset({WHEN})},
        visibility={entry: Visibility.TEAM},
    )


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    claims = [ruling(number) for number in range(count + 50)]
    ledger = ledger_of(claims[:count])
    ready = [(one, canonical_json(claim.body())) for one, claim in ledger.claims.items()]
    with tempfile.TemporaryDirectory() as folder:
        bare_append, bare_read = plain(Path(folder), ready)
        append, read, one, one_person = ours(Path(folder), ledger, claims[count:])
    print(f"{count:,} claims           plain sqlite3    khronika   times")
    print_row("appended, a second", count / bare_append, count / append)
    print_row("read, a second", count / bare_read, count / read)
    print(
        f"one append {one * 1000:.1f} ms, one person read {one_person * 1000:.1f} ms (median of 50)"
    )


def print_row(name: str, bare: float, own: float) -> None:
    print(f"{name:20}{bare:19,.0f}{own:12,.0f}{bare / own:8.1f}")


if __name__ == "__main__":
    main()
