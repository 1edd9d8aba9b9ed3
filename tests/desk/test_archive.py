"""The record in memory: never older than the store, whoever wrote, and read whole only when due."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta

import pytest
from django.test import Client

from builders import a_claim, a_decision, a_ledger, person
from desking import BELOVA, NOW, SQUARE
from khronika.casebook.casebook import Casebook
from khronika.desk.archive import Archive
from khronika.desk.warming import warm
from khronika.ledger.ledger import Ledger
from khronika.ledger.sql import SqlStore
from khronika.schema.decision import Verb
from khronika.schema.subject import SubjectId

TODAY = NOW.date()
SOMEBODY = person("somebody-else")


def told(date: str = "2022-08-30", subject: SubjectId = SOMEBODY) -> Ledger:
    claim = a_claim(subject=subject, date=date)
    return a_ledger([claim], decisions=[a_decision(Verb.ACCEPT, claim.id())])


@pytest.fixture
def whole_readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """One word for each time the whole record is read."""
    seen: list[str] = []
    read = SqlStore.read

    def counted(store: SqlStore, **subjects: object) -> Ledger:
        seen.append("read")
        return read(store, **subjects)  # type: ignore[arg-type]

    monkeypatch.setattr(SqlStore, "read", counted)
    return seen


def test_what_was_recorded_is_seen_without_reading_the_whole_again(
    desk: Archive, whole_readings: list[str]
) -> None:
    desk.snapshot(TODAY)
    desk.record(told())
    assert SOMEBODY in desk.snapshot(TODAY).people
    assert SOMEBODY in {one.subject for one in desk.casebook.ledger().claims.values()}
    assert whole_readings == ["read"]


def test_what_a_command_recorded_is_seen(desk: Archive, whole_readings: list[str]) -> None:
    desk.snapshot(TODAY)
    with closing(Casebook.open(desk.folder, {})) as another:
        another.store.append(told())
    assert SOMEBODY in desk.snapshot(TODAY).people
    assert whole_readings == ["read"]


def test_what_is_read_at_the_start_is_not_read_again_for_a_visitor(
    desk: Archive, boris: Client, whole_readings: list[str]
) -> None:
    warm()
    assert boris.get("/").status_code == 200
    assert boris.get("/people").status_code == 200
    assert whole_readings == ["read"]


def test_the_day_is_told_while_the_record_is_being_read(desk: Archive) -> None:
    with ThreadPoolExecutor(1) as elsewhere:
        desk.prepare(TODAY, lambda _: elsewhere.submit(desk.today, NOW).result(timeout=5))


def test_a_request_that_was_answered_holds_no_record(boris: Client) -> None:
    asked = boris.get("/").wsgi_request
    assert "snapshot" not in vars(asked.visit)


def test_what_was_destroyed_is_gone(desk: Archive) -> None:
    claim = next(iter(desk.snapshot(TODAY).people[BELOVA].entries[0].claims))
    desk.casebook.store.redact(claim, reason="family-asked", on="2026-11-22", salt="5a" * 16)
    snapshot = desk.snapshot(TODAY)
    assert claim not in snapshot.in_force.ledger.claims
    assert claim not in snapshot.reading.material.claims


def test_where_nothing_was_recorded_the_snapshot_is_the_same(desk: Archive) -> None:
    assert desk.snapshot(TODAY) is desk.snapshot(TODAY)
    assert desk.snapshot(TODAY, case=SQUARE) is desk.snapshot(TODAY, case=SQUARE)


def test_a_snapshot_somebody_holds_does_not_change_while_others_write(desk: Archive) -> None:
    held = desk.snapshot(TODAY)
    desk.record(told())
    desk.snapshot(TODAY)
    assert SOMEBODY not in held.people


def test_a_new_day_is_another_snapshot_of_the_same_reading(
    desk: Archive, whole_readings: list[str]
) -> None:
    desk.snapshot(TODAY)
    later = TODAY + timedelta(days=8)
    assert desk.snapshot(later).as_of == later
    assert "hearing-without-outcome" in {
        gap.code for gap in desk.snapshot(later).people[BELOVA].gaps
    }
    assert whole_readings == ["read"]


def test_a_group_sees_what_was_recorded_of_its_people(desk: Archive) -> None:
    before = desk.snapshot(TODAY, case=SQUARE)
    desk.record(told(subject=BELOVA))
    now = desk.snapshot(TODAY, case=SQUARE)
    assert len(now.people[BELOVA].entries) == len(before.people[BELOVA].entries) + 1
