"""On which day somebody spoke with a family."""

from khronika.desk.forms import DeskForm, line


class ContactForm(DeskForm):
    """Somebody spoke with them."""

    on = line(required=False)

    def clean(self) -> dict[str, object]:
        """A day that is not to come; today where nobody says another."""
        sent = super().clean() or {}
        self.day_said = self.past_day("on")
        return sent
