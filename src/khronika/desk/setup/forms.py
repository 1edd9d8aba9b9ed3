"""A passphrase, and three questions."""

from django import forms

from khronika.desk.accounts.forms import NewPassphraseForm
from khronika.desk.forms import line

EXAMPLE, EMPTY = "example", "empty"
YES, NO = "yes", "no"


class SetupForm(NewPassphraseForm):
    """The last two are not asked where there is an archive already.

    `code` is asked where others can reach the desk.
    """

    code = line(required=False, longest=40)
    begin = forms.ChoiceField(choices=[(EXAMPLE, EXAMPLE), (EMPTY, EMPTY)], required=False)
    policy = forms.ChoiceField(choices=[(YES, YES), (NO, NO)], required=False)
