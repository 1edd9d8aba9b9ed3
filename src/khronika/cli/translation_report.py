"""What `translate` tells of texts and their translations."""

from khronika.casebook.translation.work import Covered, State
from khronika.cli.output import print_json, print_line
from khronika.values.sentence import N_
from khronika.values.wording import Wording

STATES = {
    State.STALE: N_("the original has changed since"),
    State.MISSING: N_("not translated"),
    State.TRANSLATED: N_("translated"),
    State.ORIGINAL: N_("written in this language"),
}


def print_coverage(rows: list[Covered], wording: Wording, *, as_json: bool) -> None:
    """Every text with its state, and how many stand in the language."""
    if as_json:
        print_json([{"file": one.file, "state": one.state.value} for one in rows])
        return
    for one in rows:
        print_line(f"{one.file}: {wording.gettext(STATES[one.state])}")
    done = sum(one.state in {State.TRANSLATED, State.ORIGINAL} for one in rows)
    said = wording.gettext("{done} of {all} texts stand in this language.")
    print_line(said.format(done=done, all=len(rows)))
