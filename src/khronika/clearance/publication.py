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
from khronika.solidarity.addressee import Addressee
from khronika.solidarity.choosing import Choosing
from khronika.values.language import Labels

KNOWN_TO_EDITORS = SubjectId("")  # stands where a closed source stood


@dataclass(frozen=True, slots=True)
class House:
    """What a casebook says of itself: its name, whom to write to, its licence.

    `address` is where its site stands on the web, when it has a place of its own. `searches_texts`
    where it asks for the page to search whole texts on.
    """

    id: str
    title: Labels
    contact: str
    licence: str
    address: str = ""
    searches_texts: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """A text by the editors: its slot (biography, essay, disclaimer), Markdown, language.

    A translation is `stale` where its original has changed since it was made.
    """

    slot: str
    subject: SubjectId | None
    lang: str
    markdown: str
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Correspondence:
    """What packs of letters are told beside what leaves.

    `unsent` is the code of why a person's address did not leave, `unwilling` the number of those
    who want no letters and so are not in the publication, `choosing` whom the pack is for.
    `waited` is the day of the last letter to each; None where no record of letters was handed in.
    """

    unsent: Mapping[SubjectId, str] = field(default_factory=dict)
    unwilling: int = 0
    choosing: Choosing = field(default_factory=Choosing)
    waited: Mapping[SubjectId, date] | None = None


@dataclass(frozen=True, slots=True)
class Stationery:
    """What a group brings to its petitions: whom they go to, and a template of its own, if any."""

    addressees: tuple[Addressee, ...] = ()
    template: bytes = b""


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
    `correspondence` says something in the use letters alone. `consented` are those who agreed to
    this very use; nobody where the use is public. `stationery` is the group's own for petitions.
    `labels` are the group's translations, by language, of words that no table has.
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
    correspondence: Correspondence = field(default_factory=Correspondence)
    consented: frozenset[SubjectId] = frozenset()
    stationery: Stationery = field(default_factory=Stationery)
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def prints_id(self, claim: ClaimId) -> bool:
        """Whether the claim's id may stand in an edition."""
        return self.claims[claim].passage.source != KNOWN_TO_EDITORS

    def repeats_charge(self, claim: ClaimId) -> bool:
        """Whether these are words of the charge: they never stand on posters, cards or packs."""
        return self.claims[claim].fields.get("words-of-charge") == Choice("yes")
