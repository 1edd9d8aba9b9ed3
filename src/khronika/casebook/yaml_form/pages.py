"""Divides a ledger into files: a page for each subject and source, in each half of the folder.

Invariants:

- What is above public is never on a page of the public half.
- Whatever a page names has a page: a case that is only named gets one that only names it.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from khronika.casebook.layout import CLAIMS, PRIVATE, SOURCES, Area
from khronika.casebook.yaml_form.claim_text import short
from khronika.casebook.yaml_form.writer import Page, write_source, write_subject
from khronika.ledger.ledger import Ledger
from khronika.schema.claim import ClaimId
from khronika.schema.decision import Decision, DecisionId
from khronika.schema.subject import SubjectId, SubjectKind, kind_of, slug_of
from khronika.schema.visibility import Visibility


@dataclass(frozen=True, slots=True)
class Folders:
    """Where pages go, from the casebook's folder."""

    claims: str = CLAIMS
    private: str = PRIVATE
    sources: str = SOURCES

    def path(self, subject: SubjectId, area: Area, *, house: str, number: int = 1) -> str:
        """The file of a subject; of several descriptions of one source each has its number."""
        is_source = kind_of(subject) is SubjectKind.SOURCE
        if area is Area.PUBLIC:
            folder = self.sources if is_source else self.claims
        else:
            folder = f"{self.private}/{SOURCES}" if is_source else self.private
        plain = kind_of(subject) in {SubjectKind.PERSON, SubjectKind.SOURCE}
        ours = "/" not in short(subject, house)
        # A slug holds no dot, so what follows one keeps namesakes apart.
        marks = [slug_of(subject)]
        marks += [] if plain and ours else [kind_of(subject).value]
        marks += [] if ours else [subject.split("/", maxsplit=1)[0]]
        marks += [] if number == 1 else [str(number)]
        return f"{folder}/{'.'.join(marks)}.yaml"


@dataclass(slots=True)
class _Share:
    """What belongs on one subject's pages of one half."""

    claims: list[ClaimId] = field(default_factory=list)
    decisions: list[DecisionId] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    holdings: list[str] = field(default_factory=list)


def write_ledger(ledger: Ledger, *, house: str, folders: Folders | None = None) -> dict[str, str]:
    """The text of every file, by its path from the casebook's folder."""
    where = folders or Folders()
    pages: dict[str, str] = {}
    for (subject, area), share in sorted(_shares(ledger).items()):
        page = Page(ledger, house, area, tuple(share.claims), tuple(share.decisions))
        if kind_of(subject) is not SubjectKind.SOURCE:
            pages[where.path(subject, area, house=house)] = write_subject(subject, page)
            continue
        described, holdings = sorted(share.sources), sorted(share.holdings)
        first = described[0] if described else None
        pages[where.path(subject, area, house=house)] = write_source(subject, first, holdings, page)
        for number, entry in enumerate(described[1:], start=2):
            path = where.path(subject, area, house=house, number=number)
            pages[path] = write_source(subject, entry, (), Page(ledger, house, area))
    return pages


def _shares(ledger: Ledger) -> Mapping[tuple[SubjectId, Area], _Share]:
    shares: dict[tuple[SubjectId, Area], _Share] = defaultdict(_Share)
    for claim_id, claim in ledger.claims.items():
        shares[claim.subject, _area(ledger, claim_id)].claims.append(claim_id)
    for entry, source in ledger.sources.items():
        shares[source.id, _area(ledger, entry)].sources.append(entry)
    for entry, holding in ledger.holdings.items():
        shares[holding.source, _area(ledger, entry)].holdings.append(entry)
    for decision_id, decision in ledger.decisions.items():
        home = _home(decision, ledger)
        if home:
            shares[home, _area(ledger, decision_id)].decisions.append(decision_id)
    _add_named(ledger, shares)
    return shares


def _add_named(ledger: Ledger, shares: dict[tuple[SubjectId, Area], _Share]) -> None:
    """Give whatever is only named a page of its own, in the half where it is named."""
    for subject, area in sorted(_named(ledger)):
        has_private = (subject, Area.PRIVATE) in shares
        if (subject, Area.PUBLIC) not in shares and not (area is Area.PRIVATE and has_private):
            shares[subject, area] = _Share()


def _named(ledger: Ledger) -> set[tuple[SubjectId, Area]]:
    named = {(c.case, _area(ledger, one)) for one, c in ledger.claims.items() if c.case}
    for decision_id, decision in ledger.decisions.items():
        subjects = [SubjectId(name) for name in decision.targets if "/" in name]
        people = [one for one in subjects if kind_of(one) is not SubjectKind.SOURCE]
        named |= {(one, _area(ledger, decision_id)) for one in people}
    return named


def _area(ledger: Ledger, entry: str) -> Area:
    level = ledger.visibility.get(entry, Visibility.TEAM)
    return Area.PUBLIC if level is Visibility.PUBLIC else Area.PRIVATE


def _home(decision: Decision, ledger: Ledger) -> SubjectId | None:
    """Whose page a decision stands on: the first it names; None when nothing here is named."""
    for target in sorted(decision.targets):
        if "/" in target:
            return SubjectId(target)
        claim = ledger.claims.get(ClaimId(target))
        if claim:
            return claim.subject
    return None
