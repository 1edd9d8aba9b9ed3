"""What is said of a parcel: which slot and how it goes, and later how far it is."""

from decimal import Decimal

from django import forms

from khronika.desk.forms import DeskForm, line
from khronika.desk.logbook.parcels.models import Parcel
from khronika.solidarity.parcels import Conditions

GIVEN_UP = "given-up"
MOST_KILOGRAMS = Decimal(100)  # more is a slip of the keys


class ConditionsForm(DeskForm):
    """Under which conditions the person is held, as far as whoever asks knows."""

    conditions = forms.ChoiceField(
        choices=[(one.value, one.value) for one in Conditions], required=False
    )

    @property
    def chosen(self) -> Conditions:
        """Ordinary ones unless somebody says otherwise."""
        return Conditions(self.text("conditions") or Conditions.ORDINARY)


class ReserveForm(ConditionsForm):
    """A slot, how the parcel goes, and the group it is for where it is not ours."""

    way = forms.ChoiceField(choices=Parcel.Way.choices)
    slot = forms.IntegerField(min_value=1)
    partner = line(required=False, longest=100)


class MoveForm(DeskForm):
    """How far a parcel is, since when, and how heavy it was."""

    state = forms.ChoiceField(
        choices=[
            (one, one)
            for one in (*Parcel.State.values, GIVEN_UP)
            if one != Parcel.State.RESERVED.value
        ]
    )
    on = line(required=False)
    kilograms = forms.DecimalField(
        max_digits=5, decimal_places=2, min_value=0, max_value=MOST_KILOGRAMS, required=False,
        localize=True,
    )  # fmt: skip

    def clean(self) -> dict[str, object]:
        """A day that is not to come; today where nobody says another."""
        sent = super().clean() or {}
        self.day_said = self.past_day("on")
        return sent
