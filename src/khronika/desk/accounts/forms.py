"""What is asked of whoever comes in, and of whoever lets others in."""

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from khronika.desk.accounts.models import Account
from khronika.desk.forms import DeskForm, line
from khronika.desk.rules import Role

_LONGEST = 200  # characters of a passphrase; hashing more is only work


class SignInForm(DeskForm):
    """A name, where there are several accounts, and the passphrase."""

    name = line(required=False)
    passphrase = forms.CharField(max_length=_LONGEST, strip=False)


class CodeForm(DeskForm):
    """A code of the app, or a recovery code."""

    code = line(longest=20)


class NewPassphraseForm(DeskForm):
    """A passphrase twice."""

    passphrase = forms.CharField(max_length=_LONGEST, strip=False)
    again = forms.CharField(max_length=_LONGEST, strip=False)

    def clean(self) -> dict[str, object]:
        """Strong enough, and twice the same."""
        sent = super().clean() or {}
        passphrase = str(sent.get("passphrase") or "")
        if passphrase:
            try:
                validate_password(passphrase)
            except ValidationError as why:
                self.add_error("passphrase", ValidationError(why.messages))
        if passphrase and sent.get("again") and passphrase != sent["again"]:
            self.add_error("again", self.wording.gettext("The two are not the same."))
        return sent


class ChangePassphraseForm(NewPassphraseForm):
    """The old passphrase and a new one."""

    old = forms.CharField(max_length=_LONGEST, strip=False)


class ProofForm(DeskForm):
    """The passphrase once more, before something that cannot be taken back."""

    passphrase = forms.CharField(max_length=_LONGEST, strip=False)


class AdmitForm(NewPassphraseForm):
    """Another account."""

    name = line(longest=60)
    role = forms.ChoiceField(
        choices=[(one.value, one.value) for one in Role if one is not Role.STRANGER]
    )
    case = line(required=False)
    own = forms.CharField(max_length=_LONGEST, strip=False)

    def clean_name(self) -> str:
        """A name nobody has."""
        name = self.text("name")
        if Account.objects.filter(name=name).exists():
            raise ValidationError(self.wording.gettext("Somebody here has this name already."))
        return name
