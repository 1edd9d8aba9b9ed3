"""Run in the desk's own environment: makes the visitors' accounts, or tells what its tables hold.

python accounts.py make 50
python accounts.py tell
"""

# ruff: noqa: E402 - Django is set up before its models are there
import json
import sys
from pathlib import Path

import django

sys.path.append(str(Path(__file__).parent.parent))
django.setup()

from django.contrib.auth.hashers import make_password
from django_otp.plugins.otp_totp.models import TOTPDevice
from visiting.who import PASSPHRASE, key_of, name_of

from khronika.desk.accounts.models import Account
from khronika.desk.logbook.families.models import Contact
from khronika.desk.logbook.letters.models import Letter
from khronika.desk.rules import Role
from khronika.desk.start import make_tables


def make(count: int) -> None:
    """So many editors, each with a second step."""
    make_tables()
    hashed = make_password(PASSPHRASE)  # once for all: hashing is slow on purpose
    for number in range(count):
        account = Account(name=name_of(number), role=Role.EDITOR.value, language="en")
        account.password = hashed
        account.save()
        TOTPDevice.objects.create(user=account, name="app", confirmed=True, key=key_of(number))


def tell() -> None:
    """Every letter and every family spoken with, as JSON."""
    rows = [("letter", one.person, f"{one.sent:%Y-%m-%d}") for one in Letter.objects.all()]
    rows += [("note", one.person, f"{one.on:%Y-%m-%d}") for one in Contact.objects.all()]
    json.dump(rows, sys.stdout)


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(int(sys.argv[2]))
    else:
        tell()
