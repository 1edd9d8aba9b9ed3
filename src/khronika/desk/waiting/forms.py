"""What a second reader answers."""

from django import forms

from khronika.desk.forms import DeskForm, line
from khronika.schema.decision import Verb

_ANSWERS = (Verb.ACCEPT.value, Verb.REJECT.value)


class AnswerForm(DeskForm):
    """It counts, or it does not; a no has a reason."""

    answer = forms.ChoiceField(choices=[(one, one) for one in _ANSWERS])
    reason = line(required=False)

    @property
    def is_yes(self) -> bool:
        """Whether it counts."""
        return self.text("answer") == Verb.ACCEPT.value

    def clean(self) -> dict[str, object]:
        """Whoever stated something learns why it does not count."""
        sent = super().clean() or {}
        if self.text("answer") == Verb.REJECT.value and not self.text("reason"):
            self.add_error("reason", self.wording.gettext("Say why not."))
        return sent
