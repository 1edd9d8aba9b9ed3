"""What helpers do in the first hours, and within how many.

The hours are those helpers give themselves, not the law's; those of the law stand in
`law/<country>/hours.yaml`.
"""

from dataclasses import dataclass

from khronika.values.sentence import N_


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do within so many hours of the detention."""

    key: str
    label: str
    hours: int


STEPS = (
    Step("place", N_("The place is confirmed"), 2),
    Step("lawyer", N_("A lawyer is called"), 2),
    Step("relatives", N_("The relatives are told"), 3),
    Step("there", N_("The lawyer is let in"), 5),
    Step("parcel", N_("Water, food, medicine and warm things are brought"), 12),
    Step("court", N_("Somebody waits at the court"), 40),
)
BY_KEY = {one.key: one for one in STEPS}
