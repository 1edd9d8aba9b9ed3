"""What is said of a letter: how and when it went, and what became of it."""

from django import forms

from khronika.desk.forms import DeskForm, line
from khronika.desk.letters.models import Letter


class SentForm(DeskForm):
    """A letter went."""

    channel = line(longest=40)
    sent = line(required=False)

    def clean(self) -> dict[str, object]:
        """A day that is not to come; today where nobody says another."""
        sent = super().clean() or {}
        said = self.day("sent")
        self.on = said.first_day if said else self.today
        if (said and not said.is_exact) or self.on > self.today:
            self.add_error("sent", self.wording.gettext("Name one day that is not to come."))
        return sent


class OutcomeForm(DeskForm):
    """What became of a letter."""

    outcome = forms.ChoiceField(
        choices=[(one.value, one.value) for one in Letter.Outcome if one != Letter.Outcome.SENT]
    )
