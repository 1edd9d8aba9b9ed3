"""What can be said of a person with a button: a kind of claim, and the fields that are asked.

The kinds and their fields are the schema's; here is only which of them a tired volunteer is asked
for, in what order, and what the button says.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from khronika.schema.kind import Kind, kind
from khronika.schema.value import Choice, Value
from khronika.values.sentence import N_


@dataclass(frozen=True, slots=True)
class Fact:
    """A button: what it says, the kind it records, the fields it asks, what it takes as given."""

    label: str
    kind_name: str
    fields: tuple[str, ...]
    given: Mapping[str, Value]

    @property
    def kind(self) -> Kind:
        """The schema's row."""
        return kind(self.kind_name)


_ADDRESS = {"kind": Choice("address")}

FACTS: Mapping[str, Fact] = {
    "arrested": Fact(N_("Arrested"), "arrest", ("date", "place"), {}),
    "held": Fact(N_("Where now"), "custody", ("kind", "facility", "start", "end"), {}),
    "moved": Fact(N_("Moved"), "transfer", ("date", "to", "from"), {}),
    "charged": Fact(N_("Charged"), "charge", ("article", "date"), {}),
    "hearing": Fact(N_("Hearing"), "hearing", ("date", "court", "outcome"), {}),
    "sentenced": Fact(
        N_("Sentenced"), "ruling", ("date", "outcome", "term", "regime", "court", "instance"), {}
    ),
    "released": Fact(N_("Released"), "release", ("date", "kind"), {}),
    "address": Fact(
        N_("Letter address"), "support", ("facility", "address", "checked", "checked-by"), _ADDRESS
    ),
    "born": Fact(N_("Born"), "birth", ("date",), {}),
    "named": Fact(N_("Another name or spelling"), "name", ("text",), {}),
}
# What the page of a new person offers as the last thing that happened.
LAST = ("arrested", "moved", "hearing", "sentenced", "released")
# What stands at the head of a person's page; the rest is a touch away.
FIRST = ("moved", "sentenced", "hearing", "released", "address")
