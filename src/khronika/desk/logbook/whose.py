"""Whether a row is the visitor's own or somebody else's; more is told of nobody."""

from khronika.desk.visit import Visit

YOU, SOMEBODY = "you", "somebody"


def whose(account: int | None, visit: Visit) -> str:
    """One of the two words, or empty where the row points at nobody."""
    if account is None:
        return ""
    return YOU if account == visit.known.pk else SOMEBODY
