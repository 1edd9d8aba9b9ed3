"""What came of a hearing, so far as it decides which form comes next."""

from django import forms

from khronika.desk.forms import DeskForm, line

HELD, POSTPONED, VERDICT, CANCELLED = "held", "postponed", "verdict", "cancelled"
OUTCOMES = (HELD, POSTPONED, VERDICT, CANCELLED)


class OutcomeForm(DeskForm):
    """It was held, postponed to a day, ended with a verdict, or was called off."""

    outcome = forms.ChoiceField(choices=[(one, one) for one in OUTCOMES])
    to = line(required=False)

    def clean(self) -> dict[str, object]:
        """The new day is one day."""
        sent = super().clean() or {}
        self.new_day = self.coming_day("to")
        return sent
