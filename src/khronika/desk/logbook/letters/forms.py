"""What is said of a letter: how and when it went, and what became of it."""

from django import forms

from khronika.desk.forms import DeskForm, line
from khronika.desk.logbook.letters.models import Letter


class SentForm(DeskForm):
    """A letter went."""

    channel = line(longest=40)
    sent = line(required=False)

    def clean(self) -> dict[str, object]:
        """A day that is not to come; today where nobody says another."""
        sent = super().clean() or {}
        self.on = self.past_day("sent")
        return sent


class OutcomeForm(DeskForm):
    """What became of a letter, and on which day."""

    outcome = forms.ChoiceField(
        choices=[(one.value, one.value) for one in Letter.Outcome if one != Letter.Outcome.SENT]
    )
    on = line(required=False)

    def clean(self) -> dict[str, object]:
        """A day that is not to come; today where nobody says another."""
        sent = super().clean() or {}
        self.day_said = self.past_day("on")
        return sent
