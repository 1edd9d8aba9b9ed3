"""A document, or what is left of it, cannot be read."""

from khronika.errors import KhronikaError, Problem


class Unreadable(KhronikaError):
    """This document cannot be read; its problem goes into the reading, and the run goes on."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def too_much() -> Unreadable:
    """The document comes to more than one document does."""
    return Unreadable(
        Problem(
            "",
            "intake.too-much",
            "The document comes to more than the limits allow.",
            "Divide it, or check that it is what it says it is.",
        )
    )
