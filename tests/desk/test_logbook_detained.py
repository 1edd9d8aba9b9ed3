"""The first hours: the clock in the zone of the archive, steps, what is late."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from desking import NOW, VETROVA
from khronika.desk import clock
from khronika.desk.archive import Archive
from khronika.desk.logbook.detained.models import Detention, Tick

PAGE = "/people/vetrova-vera/detained"
LIST = "/logbook/detained"
ZONE = 'timezone = "Asia/Yekaterinburg"'  # UTC+5, so that ten in the morning is three


@pytest.fixture
def there(desk: Archive) -> Archive:
    """The same archive, kept in the Urals."""
    settings = desk.folder / "casebook.toml"
    lines = settings.read_text(encoding="utf-8").splitlines()
    kept = [one for one in lines if not one.startswith("timezone")]
    at = next((n for n, one in enumerate(kept) if one.startswith("[")), len(kept))
    settings.write_text("\n".join([*kept[:at], ZONE, *kept[at:]]) + "\n", encoding="utf-8")
    desk.close()
    return desk


def held_since(hours: float, **more: object) -> Detention:
    since = NOW - timedelta(hours=hours)
    return Detention.objects.create(person=VETROVA, since=since, day=since.date(), **more)


def text(client: Client, address: str = PAGE) -> str:
    return client.get(address).content.decode("utf-8")


def test_the_clock_starts_at_an_hour_of_the_archives_zone(there: Archive, boris: Client) -> None:
    boris.post(PAGE, {"at_hour": "13:30", "ground": "suspicion"})
    detention = Detention.objects.get()
    assert detention.since == datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
    shown = text(boris)
    assert "held for 1 h 30 min" in shown
    assert "since 13:30; it is 15:00 now (Asia/Yekaterinburg)" in shown.replace("&#x2f;", "/")


def test_an_hour_of_yesterday_is_told_with_its_day(there: Archive, boris: Client) -> None:
    boris.post(PAGE, {"at_hour": "23:10", "on": "yesterday"})
    assert Detention.objects.get().since == datetime(2026, 11, 22, 18, 10, tzinfo=UTC)


@pytest.mark.parametrize("hour", ["25:00", "noon", "", "15:01"])
def test_an_hour_that_is_none_or_still_to_come_is_asked_about(
    there: Archive, boris: Client, hour: str
) -> None:
    assert boris.post(PAGE, {"at_hour": hour}).status_code == 422
    assert not Detention.objects.exists()


def test_the_law_tells_what_is_due_and_what_is_over(there: Archive, boris: Client) -> None:
    held_since(5, ground="suspicion")
    shown = text(boris)
    assert "over for 2 h 0 min" in shown  # the record, due after three hours
    assert "in 7 h 0 min" in shown  # the prosecutor, after twelve
    assert "Code of Administrative Offences" not in shown
    assert "recalled, to be checked" in shown


def test_where_the_ground_is_not_known_both_laws_are_told(there: Archive, boris: Client) -> None:
    held_since(1)
    assert "Code of Administrative Offences" in text(boris)


def test_a_step_is_ticked_with_its_hour(there: Archive, boris: Client) -> None:
    held_since(5)
    boris.post(f"{PAGE}/tick", {"step": "lawyer", "at_hour": "11:20"})
    boris.post(f"{PAGE}/tick", {"step": "place"})
    assert {one.step: one.at for one in Tick.objects.all()} == {
        "lawyer": datetime(2026, 11, 23, 6, 20, tzinfo=UTC), "place": NOW,
    }  # fmt: skip
    assert "done at 11:20" in text(boris)


def test_an_hour_later_than_now_was_yesterdays(there: Archive, boris: Client) -> None:
    held_since(30)
    boris.post(f"{PAGE}/tick", {"step": "lawyer", "at_hour": "23:50"})
    assert Tick.objects.get().at == datetime(2026, 11, 22, 18, 50, tzinfo=UTC)


def test_a_tick_is_taken_back_by_another(there: Archive, boris: Client) -> None:
    held_since(1)
    for _ in range(2):
        boris.post(f"{PAGE}/tick", {"step": "lawyer"})
    assert not Tick.objects.exists()


def test_what_is_late_is_said_in_the_list(there: Archive, boris: Client) -> None:
    detention = held_since(2.5)
    assert "2 steps are late" in text(boris, LIST)  # the place and the lawyer, within two hours
    for step in ("place", "lawyer"):
        Tick.objects.create(detention=detention, step=step, at=NOW, day=NOW.date())
    assert "2 steps done" in text(boris, LIST)


def test_the_clock_is_stopped(there: Archive, boris: Client) -> None:
    held_since(1)
    boris.post(f"{PAGE}/over")
    assert Detention.objects.get().over == NOW.date()
    assert "Start the clock" in text(boris)
    assert boris.post(f"{PAGE}/tick", {"step": "lawyer"}).status_code == 404


def test_a_clock_nobody_stopped_for_days_runs_no_more(there: Archive, boris: Client) -> None:
    held_since(24 * 11)
    assert "Nobody, as far as this page knows." in text(boris, LIST)
    assert "Start the clock" in text(boris)


def test_a_running_clock_is_not_started_twice(there: Archive, boris: Client) -> None:
    held_since(1)
    boris.post(PAGE, {"at_hour": "10:00"})
    assert Detention.objects.count() == 1


def test_the_page_goes_on_without_a_script(
    there: Archive, boris: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    held_since(1)
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(minutes=20))
    assert "held for 1 h 20 min" in text(boris)


def test_the_persons_page_says_that_the_clock_runs(there: Archive, boris: Client) -> None:
    held_since(1)
    assert "the clock is running" in text(boris, "/people/vetrova-vera")
