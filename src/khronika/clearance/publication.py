"""What an edition gets to see: cleared dossiers and nothing behind them.

Invariants:

- Every claim in here may leave for `use`. A claim of a closed source carries no passage but the
  marker `KNOWN_TO_EDITORS`, and its id prints nowhere (`prints_id`).
- `state` is the hash over the cleared rows only.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from khronika.clearance.issue import Issue, Released
from khronika.clearance.picture import Picture
from khronika.dossier.dossier import CaseFile, Dossier
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.source import Source
from khronika.schema.subject import SubjectId
from khronika.schema.value import Choice
from khronika.schema.visibility import Use
from khronika.values.language import Labels

KNOWN_TO_EDITORS = SubjectId("")  # stands where a closed source stood


@dataclass(frozen=True, slots=True)
class House:
    """What a casebook says of itself: its name, whom to write to, its licence.

    `address` is where its site stands on the web, when it has a place of its own.
    """

    id: str
    title: Labels
    contact: str
    licence: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """A text by the editors: its slot (biography, essay, disclaimer), Markdown, language."""

    slot: str
    subject: SubjectId | None
    lang: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Publication:
    """Everything an edition may print.

    `people` are those with a page, `addresses` their and the cases' public names in URLs.
    `known` gives the month (as a date's first day) in which the editors learned of a claim from
    a closed source. `changed` gives the day the last claim of a subject was recorded. `notes`
    are the disclaimers a stance asks for, per person. `unindexed` are those whose pages search
    engines are asked to leave out. `issue` is what this goes out as, if it is an issue, `issues`
    are all there were up to it, `since` is the earlier one that lists of changes compare with.
    `pictures` are those that claims name, by claim.
    """

    use: Use
    as_of: date
    state: str
    house: House
    languages: tuple[str, ...]
    people: Mapping[SubjectId, Dossier]
    cases: Mapping[SubjectId, CaseFile]
    claims: Mapping[ClaimId, Claim]
    sources: Mapping[SubjectId, Source]
    addresses: Mapping[SubjectId, str]
    known: Mapping[ClaimId, date] = field(default_factory=dict)
    changed: Mapping[SubjectId, date] = field(default_factory=dict)
    notes: Mapping[SubjectId, str] = field(default_factory=dict)
    prose: tuple[Prose, ...] = ()
    unindexed: frozenset[SubjectId] = frozenset()
    pictures: Mapping[ClaimId, Picture] = field(default_factory=dict)
    issue: Issue | None = None
    issues: tuple[Issue, ...] = ()
    since: Released | None = None

    def prints_id(self, claim: ClaimId) -> bool:
        """Whether the claim's id may stand in an edition."""
        return self.claims[claim].passage.source != KNOWN_TO_EDITORS

    def repeats_charge(self, claim: ClaimId) -> bool:
        """Whether these are words of the charge: they never stand on posters, cards or packs."""
        return self.claims[claim].fields.get("words-of-charge") == Choice("yes")
