"""Why something cannot stand in a ledger; each error names the entry and what to do."""

from khronika.errors import KhronikaError


class Inadmissible(KhronikaError):
    """Nothing of the batch was taken in."""


class WrongId(Inadmissible):
    """An entry came under an id that is not its own."""

    def __init__(self, entry_type: str, claimed: str) -> None:
        super().__init__(
            f"The {entry_type} that came as {claimed} has another content than this id says. "
            "Fetch it again from where it came."
        )


class UnreadableEntry(Inadmissible):
    """An entry is not what the schema allows."""

    def __init__(self, entry_type: str, entry: str, why: str) -> None:
        super().__init__(f"The {entry_type} {entry} cannot be taken in: {why}")


class UndescribedSource(Inadmissible):
    """A claim stands in a source that nobody described."""

    def __init__(self, claim: str, source: str) -> None:
        super().__init__(
            f"The claim {claim} stands in the source {source!r}, which is not described. "
            "Add the source first."
        )


class StrayRow(Inadmissible):
    """Who, when or visibility was given for an entry that is not there."""

    def __init__(self, entry: str) -> None:
        super().__init__(
            f"A row of who, when or visibility names {entry}, which is not in the ledger. "
            "Bring the entry itself."
        )


class SealedRefused(Inadmissible):
    """Something sealed came to a store that does not encrypt."""

    def __init__(self, entry: str) -> None:
        super().__init__(
            f"The entry {entry} is sealed, and this store keeps its rows unencrypted. "
            "Keep it outside the ledger."
        )
