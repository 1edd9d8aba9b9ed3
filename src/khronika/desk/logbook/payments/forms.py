"""What is asked for, and what a lawyer says of a fund."""

from django.core.exceptions import ValidationError

from khronika.desk.forms import DeskForm, line, long_text
from khronika.values.money import InvalidMoney, Money


class AskForm(DeskForm):
    """A sum, from which fund, for what."""

    fund = line(longest=80)
    purpose = line()
    sum = line(longest=60)
    receipt = line(required=False, longest=200)

    def clean(self) -> dict[str, object]:
        """A sum above nothing, with its currency."""
        sent = super().clean() or {}
        self.money = self._money()
        return sent

    def _money(self) -> Money | None:
        try:
            money = Money.parse(self.text("sum"))
        except InvalidMoney:
            money = None
        if money is None or money.amount <= 0 or money.amount != round(money.amount, 2):
            said = self.wording.gettext("Write a sum and its currency: 3000 RUB, 40.50 EUR.")
            self.add_error("sum", ValidationError(said))
            return None
        return money


class PaidForm(DeskForm):
    """The day it went, and the receipt."""

    on = line(required=False)
    receipt = line(required=False, longest=200)

    def clean(self) -> dict[str, object]:
        """A day that is not to come; today where nobody says another."""
        sent = super().clean() or {}
        self.day_said = self.past_day("on")
        return sent


class FundForm(DeskForm):
    """A fund, its account, and who must not pay this way by what a lawyer wrote on a day."""

    name = line(longest=80)
    account = line(required=False)
    warning = long_text(required=False)
    lawyer = line(required=False, longest=80)
    written = line(required=False)

    def clean(self) -> dict[str, object]:
        """A warning has somebody who wrote it, and a day."""
        sent = super().clean() or {}
        self.day_written = self.past_day("written") if self.text("written") else None
        if self.text("warning") and not (self.text("lawyer") and self.day_written):
            said = self.wording.gettext("Say who wrote this, and on which day.")
            self.add_error("lawyer", ValidationError(said))
        return sent
