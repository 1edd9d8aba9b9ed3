"""What an editor answers."""

from django import forms

from khronika.desk.forms import DeskForm, line
from khronika.schema.decision import Verb

_ANSWERS = (Verb.ACCEPT.value, Verb.REJECT.value)


class AnswerForm(DeskForm):
    """It counts, or it does not; a no may have a reason."""

    answer = forms.ChoiceField(choices=[(one, one) for one in _ANSWERS])
    reason = line(required=False)
