"""What the desk asks of its accounts."""

from collections.abc import Sequence

from django_otp import devices_for_user
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from khronika.desk.accounts.models import Account, Seat


def is_set_up() -> bool:
    """Whether anybody can sign in yet."""
    return Account.objects.exists()


def is_alone() -> bool:
    """Whether there is one account only, which then needs no name to sign in."""
    return Account.objects.filter(is_active=True).count() <= 1


def only_name() -> str:
    """The name of the one account there is; empty where there are several."""
    names = list(Account.objects.filter(is_active=True).values_list("name", flat=True)[:2])
    return names[0] if len(names) == 1 else ""


def has_second_step(account: Account) -> bool:
    """Whether a code is asked of this account after its passphrase."""
    return any(devices_for_user(account))


def needs_second_step(account: Account) -> bool:
    """Whether the account has to set up its second step before anything else."""
    return not is_alone() and not has_second_step(account)


def app_of(account: Account) -> TOTPDevice | None:
    """The account's confirmed code app, if it has one."""
    return TOTPDevice.objects.filter(user=account, confirmed=True).first()


def codes_left(account: Account) -> int:
    """How many recovery codes are left."""
    devices = StaticDevice.objects.filter(user=account)
    return sum(device.token_set.count() for device in devices)


def find(name: str) -> Account | None:
    """The account of this name that may sign in."""
    return Account.objects.filter(name=name, is_active=True).first()


def everybody() -> Sequence[Account]:
    """Every account, whether its access ended or not."""
    return list(Account.objects.all())


def seats_of(account: Account) -> Sequence[Seat]:
    """The browsers this account is signed in with."""
    return list(account.seats.all())
