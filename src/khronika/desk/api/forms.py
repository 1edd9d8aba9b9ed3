"""What a coordinator says of a new token."""

from django import forms

from khronika.desk.accounts.forms import ProofForm
from khronika.desk.forms import line
from khronika.desk.rules import Scope

DAYS = (30, 90, 365)


class TokenForm(ProofForm):
    """What it is for, what it may do, about which case, for how long, and the passphrase."""

    name = line(longest=60)
    scope = forms.ChoiceField(choices=[(one.value, one.value) for one in Scope])
    case = line(required=False)
    days = forms.ChoiceField(choices=[(str(one), str(one)) for one in DAYS])
