"""A desk over a small archive of invented people, and the four who ask it for things."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "khronika.desk.settings"
django.setup()
del os.environ["DJANGO_SETTINGS_MODULE"]  # the tests of other rooms know nothing of Django

import pytest
from django.test import Client
from pytest_django.fixtures import Settings as DjangoSettings

from desking import NOW, PASSPHRASE, SQUARE, a_record
from khronika.casebook.casebook import Casebook
from khronika.casebook.init import init
from khronika.casebook.settings import PolicyName
from khronika.desk import archive as archives
from khronika.desk import clock
from khronika.desk.accounts import writes
from khronika.desk.accounts.models import Account
from khronika.desk.archive import Archive, archive
from khronika.desk.documents import jobs
from khronika.desk.publishing import work
from khronika.desk.rules import Role


@pytest.fixture(autouse=True)
def fast(settings: DjangoSettings) -> None:
    """Hashing is slow on purpose, and no test needs that."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What runs beside the requests is done before the answer."""
    monkeypatch.setattr(work, "start", lambda target: target())


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reading is waited for, so that nothing is going on when a test ends."""
    monkeypatch.setattr(jobs, "PATIENCE", 120.0)


@pytest.fixture(scope="session", autouse=True)
def readers() -> Iterator[None]:
    yield
    jobs.readers().close()
    jobs.drawers().close()


@pytest.fixture
def empty(settings: DjangoSettings, tmp_path: Path, db: None) -> Iterator[Archive]:
    """A folder without a casebook, and nobody who can sign in."""
    settings.DESK_FOLDER, settings.DESK_ENVIRON = tmp_path, {}
    archives._OPEN.clear()
    yield archive()
    archive().close()


@pytest.fixture
def desk(empty: Archive) -> Archive:
    """An archive with people in it."""
    init(
        empty.folder,
        truth="ledger",
        id_letters=lambda _: "examples",
        policy=PolicyName.ALREADY_PUBLIC,
    )
    casebook = Casebook.open(empty.folder, {})
    casebook.store.append(a_record())
    casebook.close()
    return empty


@pytest.fixture
def account(desk: Archive) -> Callable[..., Account]:
    """Makes accounts; those of support groups are about the square."""

    def make(role: Role, name: str = "") -> Account:
        about = SQUARE if role is Role.SUPPORT else ""
        return writes._create(name or role.value, PASSPHRASE, role=role, case=about, language="en")

    return make


@pytest.fixture
def enter(
    account: Callable[..., Account], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Client]:
    """A browser signed in as somebody of this role; a stranger's is signed in as nobody."""
    monkeypatch.setattr("khronika.desk.accounts.reads.needs_second_step", lambda _: False)

    def signed_in(role: Role) -> Client:
        client = Client()
        if role is not Role.STRANGER:
            known = Account.objects.filter(name=role.value).first() or account(role)
            client.force_login(known, "django.contrib.auth.backends.ModelBackend")
        elif not Account.objects.exists():
            account(Role.COORDINATOR)
        return client

    return signed_in


@pytest.fixture
def alena(enter: Callable[..., Client]) -> Client:
    """Coordinates."""
    return enter(Role.COORDINATOR)


@pytest.fixture
def boris(enter: Callable[..., Client]) -> Client:
    """A volunteer."""
    return enter(Role.VOLUNTEER)


@pytest.fixture
def vera(enter: Callable[..., Client]) -> Client:
    """A support group of the case of the square."""
    return enter(Role.SUPPORT)


@pytest.fixture
def public(enter: Callable[..., Client]) -> Client:
    """Nobody the desk knows."""
    return enter(Role.STRANGER)
