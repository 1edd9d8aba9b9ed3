"""How far something may go: public, team or sealed; of several the stricter counts."""

from enum import StrEnum


class Visibility(StrEnum):
    """Ordered by strictness; `stricter_than` and `strictest` compare by it."""

    PUBLIC = "public"
    TEAM = "team"
    SEALED = "sealed"

    @property
    def strictness(self) -> int:
        """0 for public, 1 for team, 2 for sealed."""
        return _ORDER[self]


_ORDER = {Visibility.PUBLIC: 0, Visibility.TEAM: 1, Visibility.SEALED: 2}


def strictest(*levels: Visibility) -> Visibility:
    """The strictest of the levels; public when there is none."""
    return max(levels, key=_ORDER.__getitem__, default=Visibility.PUBLIC)


class Use(StrEnum):
    """What an edition is for. Consent and clearance are given per use."""

    PUBLIC = "public"
    LETTERS = "letters"
    UN = "un"
    PARTNER = "partner"
