"""How a group that cannot ask everybody wants to treat what is already printed elsewhere."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Policy:
    """`already_public`: where consent is unknown, what a public source says may leave.

    It never covers what is delicate, and never a refusal.
    """

    already_public: bool = False
