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


def damaged() -> Unreadable:
    """The archive or its XML is broken."""
    return Unreadable(
        Problem(
            "",
            "intake.damaged",
            "The document is damaged: what it packs cannot be unpacked.",
            "Look for another copy, or open it in its own program and save it anew.",
        )
    )


def locked() -> Unreadable:
    """The document asks for a password."""
    return Unreadable(
        Problem(
            "",
            "intake.locked",
            "The document is locked with a password.",
            "Open it with the password and save it without one.",
        )
    )


def entities() -> Unreadable:
    """The document defines entities, which may unfold without end."""
    return Unreadable(
        Problem(
            "",
            "intake.entities",
            "The document defines XML entities; no honest one does.",
            "Do not open it; ask who made it, and how.",
        )
    )


def unread(count: int) -> Problem:
    """Pictures, voices and files hang on messages and were not read."""
    return Problem(
        "",
        "intake.attachments",
        f"Attachments that were not read: {count}.",
        "Save those that matter and add each as a document of its own.",
    )
