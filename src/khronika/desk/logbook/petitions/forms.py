"""What is said of a petition: where it went, and later what was answered."""

from khronika.desk.forms import DeskForm, line


class SentForm(DeskForm):
    """A petition went to an office; `due` is by when it should be answered."""

    office = line(longest=200)
    channel = line(longest=80)
    sent = line(required=False)
    due = line(required=False)

    def clean(self) -> dict[str, object]:
        """It went on a day that has been; it is due on one day."""
        given = super().clean() or {}
        self.sent_on = self.past_day("sent")
        self.due_on = self.coming_day("due")
        return given


class AnswerForm(DeskForm):
    """When and how it was answered."""

    answer = line()
    on = line(required=False)

    def clean(self) -> dict[str, object]:
        """A day that is not to come; today where nobody says another."""
        sent = super().clean() or {}
        self.day_said = self.past_day("on")
        return sent
