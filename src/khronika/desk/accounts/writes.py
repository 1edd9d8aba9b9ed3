"""Changes accounts, second steps and sessions; the only way to do so.

Invariants:

- Access ends at once: every session of the account goes with it, and every row of the logbook that
  points at it lets go.
- A second account comes only after whoever makes it has a second step themselves.
"""

from collections.abc import Sequence
from secrets import token_hex

from django.contrib.auth import login
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django_otp import login as mark_verified
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from khronika.desk import clock
from khronika.desk.accounts import reads
from khronika.desk.accounts.models import Account, Seat
from khronika.desk.archive import archive
from khronika.desk.logbook.forgetting import forget_who
from khronika.desk.rules import Role
from khronika.errors import KhronikaError

FIRST_NAME = "coordinator"
RECOVERY_CODES = 8
_BROWSERS = ("Tor Browser", "Firefox", "Edg", "Chrome", "Safari")


class NoSecondStep(KhronikaError):
    """Somebody without a second step wants to let others in."""

    def __init__(self) -> None:
        super().__init__("Set up your own second step before you let somebody else in.")


def found(passphrase: str, *, language: str) -> Account:
    """The first account: a coordinator's."""
    return _create(FIRST_NAME, passphrase, role=Role.COORDINATOR, language=language)


def admit(  # noqa: PLR0913 - an account is no less
    by: Account, name: str, passphrase: str, *, role: Role, case: str, language: str
) -> Account:
    """Another account; raises `NoSecondStep`."""
    if not reads.has_second_step(by):
        raise NoSecondStep
    return _create(name, passphrase, role=role, case=case, language=language)


def let_in(request: HttpRequest, account: Account, device: Device | None = None) -> None:
    """Sign the account in with this browser; the session gets a new key."""
    backend = "django.contrib.auth.backends.ModelBackend"
    login(request, account, backend=backend)
    if device is not None:
        mark_verified(request, device)
    request.session.save()
    key = request.session.session_key or ""
    agent = request.headers.get("User-Agent", "")
    browser = next((name for name in _BROWSERS if name in agent), "")
    Seat.objects.update_or_create(
        session_key=key,
        defaults={"account": account, "browser": browser, "since": clock.now()},
    )


def leave(session_key: str) -> None:
    """Forget a browser that signed out."""
    Seat.objects.filter(session_key=session_key).delete()


def end_seat(account: Account, seat: int) -> None:
    """End one session of this account."""
    for one in Seat.objects.filter(account=account, pk=seat):
        Session.objects.filter(session_key=one.session_key).delete()
        one.delete()


def end_access(account: Account) -> None:
    """Nobody comes in with this account any more, and whoever is in is out."""
    account.is_active = False
    account.set_unusable_password()
    account.save()
    end_seats(account)
    forget_who(account, archive().today(clock.now()))


def end_seats(account: Account, *, but: str = "") -> None:
    """End every session of the account but this one."""
    seats = Seat.objects.filter(account=account).exclude(session_key=but)
    Session.objects.filter(session_key__in=seats.values("session_key")).delete()
    seats.delete()


def change_passphrase(account: Account, passphrase: str) -> None:
    """Set another passphrase."""
    account.set_password(passphrase)
    account.save()


def set_language(account: Account, language: str) -> None:
    """Answer this account in another language."""
    account.language = language
    account.save()


def begin_app(account: Account) -> TOTPDevice:
    """A code app that is not confirmed yet; the same one until it is."""
    device, _ = TOTPDevice.objects.get_or_create(
        user=account, confirmed=False, defaults={"name": "app"}
    )
    return device


def confirm_app(account: Account, device: TOTPDevice) -> Sequence[str]:
    """Ask for codes from now on; the recovery codes, which are shown this once."""
    TOTPDevice.objects.filter(user=account, confirmed=True).delete()
    device.confirmed = True
    device.save()
    StaticDevice.objects.filter(user=account).delete()
    recovery = StaticDevice.objects.create(user=account, name="recovery")
    codes = [token_hex(5) for _ in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=recovery, token=one) for one in codes)
    return codes


def _create(name: str, passphrase: str, *, role: Role, language: str, case: str = "") -> Account:
    account = Account(name=name, role=role.value, language=language, case=case)
    account.set_password(passphrase)
    account.save()
    return account
