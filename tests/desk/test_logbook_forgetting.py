"""What the logbook forgets, and of whom: every table, after 24 months, and whoever leaves."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import OperationalError, connection, models
from django.db.migrations.executor import MigrationExecutor
from django.test import Client

from desking import BELOVA, NOW, VETROVA
from khronika.desk.accounts import writes
from khronika.desk.accounts.models import Account
from khronika.desk.archive import Archive
from khronika.desk.logbook import forgetting
from khronika.desk.logbook.forgetting import AGES, forget, keep_forgetting, oldest_kept
from khronika.desk.logbook.models import (
    Contact,
    Cover,
    Detention,
    Fund,
    Keeper,
    Letter,
    Parcel,
    Payment,
    Petition,
    Tick,
    Yes,
)
from khronika.desk.rules import Role

TODAY = NOW.date()
OLDEST = date(2024, 11, 23)
TABLES = sorted(apps.get_app_config("logbook").get_models(), key=lambda one: one.__name__)


# A row of each table that is as old as the day, pointing at somebody where it can.
Row = Callable[[date, Account], models.Model]
ROWS: dict[type[models.Model], Row] = {
    Letter: lambda day, who: Letter.objects.create(
        person=BELOVA, channel="paper", sent=day, replier=who
    ),
    Parcel: lambda day, who: Parcel.objects.create(
        person=BELOVA, way="post", counts_as="parcel", slot=day.toordinal(), reserved=day, by=who
    ),
    Payment: lambda day, who: a_payment(day, who),  # noqa: PLW0108 - it stands below
    Yes: lambda day, who: Yes.objects.create(payment=a_payment(TODAY, who), by=who, on=day),
    Fund: lambda day, _: Fund.objects.create(name=str(day), changed=day),
    Cover: lambda day, who: Cover.objects.create(person=BELOVA, day=day, by=who),
    Petition: lambda day, _: Petition.objects.create(
        subject=BELOVA, office="x", channel="y", sent=day
    ),
    Detention: lambda day, _: Detention.objects.create(person=BELOVA, since=NOW, day=day),
    Tick: lambda day, _: Tick.objects.create(
        detention=Detention.objects.create(person=BELOVA, since=NOW, day=TODAY),
        step="place", at=NOW, day=day,
    ),
    Contact: lambda day, _: Contact.objects.create(person=BELOVA, on=day),
    Keeper: lambda day, who: Keeper.objects.create(
        person=f"{BELOVA}-{day}", account=who, renewed=day
    ),
}  # fmt: skip


def a_payment(day: date, who: Account) -> Payment:
    return Payment.objects.create(subject=BELOVA, fund="x", purpose="y", amount=1, currency="RUB",
                                  asked=day, asker=who)  # fmt: skip


@pytest.fixture
def somebody(account: Callable[..., Account]) -> Account:
    return account(Role.EDITOR)


def test_every_table_of_the_logbook_has_a_rule() -> None:
    assert set(AGES) == set(TABLES)


@pytest.mark.parametrize("table", TABLES, ids=lambda one: one.__name__)
def test_every_table_forgets_after_24_months_and_not_before(
    table: type[models.Model], somebody: Account
) -> None:
    old = ROWS[table](OLDEST - timedelta(days=1), somebody)
    kept = ROWS[table](OLDEST, somebody)
    forget(TODAY)
    rows = models.QuerySet(table)
    assert not rows.filter(pk=old.pk).exists()
    assert rows.filter(pk=kept.pk).exists()


def test_24_months_before_the_last_of_february_is_a_day_that_exists() -> None:
    assert oldest_kept(date(2028, 2, 29)) == date(2026, 3, 1)


@pytest.mark.parametrize(("worked", "next_in"), [(True, 86_400), (False, 3_600)])
def test_it_runs_every_day_and_an_hour_after_it_failed(
    monkeypatch: pytest.MonkeyPatch, *, worked: bool, next_in: int
) -> None:
    waits: list[float] = []
    monkeypatch.setattr(forgetting, "forgot_today", lambda: worked)

    def wait(seconds: float) -> bool:
        waits.append(seconds)
        return len(waits) == 3

    keep_forgetting(wait)
    assert waits == [86_400, next_in, next_in]


def test_what_fails_is_told_and_stops_nothing(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: date) -> int:
        raise OperationalError("database is locked")

    monkeypatch.setattr(forgetting, "forget", fail)
    assert forgetting.forgot_today() is False


def test_today_is_the_day_it_is_where_the_archive_is_kept(somebody: Account) -> None:
    ROWS[Letter](OLDEST - timedelta(days=1), somebody)
    assert forgetting.forgot_today()
    assert not Letter.objects.exists()


@pytest.mark.parametrize("table", TABLES, ids=lambda one: one.__name__)
def test_what_a_leaver_wrote_stays_without_them(
    table: type[models.Model], somebody: Account
) -> None:
    ROWS[table](TODAY, somebody)
    writes.end_access(somebody)
    for field in table._meta.get_fields():
        if field.many_to_one and field.related_model is Account:
            assert not models.QuerySet(table).filter(**{field.name: somebody}).exists()


def test_a_request_for_money_outlives_whoever_asked(somebody: Account) -> None:
    ROWS[Yes](TODAY, somebody)
    writes.end_access(somebody)
    assert (Payment.objects.count(), Yes.objects.count()) == (1, 1)


def test_nobody_goes_to_a_hearing_whoever_left_was_to_go_to(somebody: Account) -> None:
    for day in (TODAY, TODAY - timedelta(days=1)):
        ROWS[Cover](day, somebody)
    writes.end_access(somebody)
    assert [one.day for one in Cover.objects.all()] == [TODAY - timedelta(days=1)]


def test_ending_access_by_the_page_lets_go_too(
    desk: Archive, alena: Client, somebody: Account
) -> None:
    ROWS[Keeper](TODAY, somebody)
    alena.post(f"/accounts/{somebody.pk}/end")
    assert not Keeper.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_letters_that_were_noted_before_the_logbook_move_into_it() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE letters_letter (id integer PRIMARY KEY, person varchar(200), "
            "channel varchar(40), sent date, outcome varchar(10), outcome_day date)"
        )
        cursor.execute(
            "INSERT INTO letters_letter VALUES (1, %s, 'paper', '2026-03-04', 'sent', NULL)",
            [VETROVA],
        )
    MigrationExecutor(connection).migrate([("logbook", "0001_initial")])
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())
    assert list(Letter.objects.values_list("person", "sent")) == [(VETROVA, date(2026, 3, 4))]
    assert "letters_letter" not in connection.introspection.table_names()
