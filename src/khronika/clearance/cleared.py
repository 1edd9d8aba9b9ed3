"""What came through the door, and what did not and why.

The refusals are for the desk: no edition sees them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from khronika.dossier.material import Material
from khronika.errors import Say
from khronika.schema.claim import ClaimId
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Use


@dataclass(frozen=True, slots=True, order=True)
class Refusal:
    """A claim does not leave; the code stands in the table of `rules`."""

    claim: ClaimId
    code: str

    @property
    def say(self) -> Say:
        """The reason as a sentence for the desk."""
        return Say(f"clearance.{self.code}")


@dataclass(frozen=True, slots=True)
class Cleared:
    """What may leave for the use.

    `leaving` are the claims of the ledger that leave, by their own ids: in `material` one from a
    closed source goes by another. `people` may have a page. `known` gives the first day of the
    month in which a claim from a closed source was recorded, `notes` the disclaimers a stance
    asks for, `unindexed` those whose pages search engines are asked to leave out. `state` hashes
    what leaves and nothing else: no restricted claim changes it. `mistaken` are claims of the
    ledger that would leave if no editor had rejected them, and that errata may name. `unsent`
    and `unwilling` are told to packs of letters only (`correspondence`), `consented` are those of
    the people who agreed to this use, told where the use is not public.
    """

    use: Use
    material: Material
    people: frozenset[SubjectId]
    refused: tuple[Refusal, ...]
    known: Mapping[ClaimId, date]
    notes: Mapping[SubjectId, str]
    state: str
    leaving: frozenset[ClaimId] = frozenset()
    unindexed: frozenset[SubjectId] = frozenset()
    mistaken: frozenset[ClaimId] = frozenset()
    unsent: Mapping[SubjectId, str] = field(default_factory=dict)
    unwilling: int = 0
    consented: frozenset[SubjectId] = frozenset()
