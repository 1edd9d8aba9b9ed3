"""What is ticked and confirmed before something goes out."""

from collections.abc import Sequence

from django import forms

from khronika.desk.accounts.forms import ProofForm
from khronika.desk.forms import DeskForm, line


class PublishForm(ProofForm):
    """What was seen when it was ticked, and the passphrase."""

    seen = line(required=False)


class TakeDownForm(DeskForm):
    """Who is to be taken down."""

    person = line()


class PreviewForm(DeskForm):
    """Nothing but who is ticked."""

    seen = forms.CharField(required=False)


def ticked(sent: object) -> Sequence[str]:
    """The slugs of everybody who was ticked; `sent` is what Django calls a QueryDict."""
    getlist = getattr(sent, "getlist", None)
    return [str(one) for one in getlist("person")] if getlist else []
