"""Which proposal is taken."""

from khronika.desk.forms import DeskForm, line


class TakeForm(DeskForm):
    """The mark of one proposal."""

    mark = line()
