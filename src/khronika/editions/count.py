"""What editions count, by one rule, so that the page and the data can never differ.

Invariants:

- The unit is a person with a page of their own; nobody counts twice, however many cases they have.
- A number is never printed without its rule (`counting_rule`).
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from khronika.clearance.publication import Publication
from khronika.dossier.dossier import StatusCode
from khronika.schema.claim import ClaimId
from khronika.values.wording import Wording

IN_CUSTODY = frozenset(
    {
        StatusCode.ADMINISTRATIVE_ARREST,
        StatusCode.DETAINED,
        StatusCode.PRE_TRIAL,
        StatusCode.IN_TRANSIT,
        StatusCode.SERVING,
        StatusCode.TREATMENT,
    }
)  # house arrest and forced labour are counted on their own lines, not as custody


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of what stand in a publication. `by_status` leaves out what nobody has."""

    people: int
    by_status: Mapping[StatusCode, int]
    in_custody: int
    disputed: int
    cases: int
    claims: int
    sources: int


def counts(publication: Publication) -> Counts:
    """Count a publication."""
    statuses = Counter(dossier.status.code for dossier in publication.people.values())
    named = {claim.passage.source for claim in publication.claims.values()}
    return Counts(
        people=len(publication.people),
        by_status={code: statuses[code] for code in StatusCode if statuses[code]},
        in_custody=sum(statuses[code] for code in IN_CUSTODY),
        disputed=sum(1 for dossier in publication.people.values() if dossier.disputes),
        cases=sum(1 for case in publication.cases if case in publication.addresses),
        claims=len(printed_claims(publication)),
        sources=len(named & publication.sources.keys()),
    )


def printed_claims(publication: Publication) -> list[ClaimId]:
    """The claims to print, sorted by id: all open ones, and of closed ones that say the same, one.

    How many closed sources say a thing is nobody's business.
    """
    said: dict[str, ClaimId] = {}
    for one in sorted(publication.claims):
        if publication.prints_id(one):
            said[one] = one
        else:
            bare = replace(publication.claims[one], nonce="")
            month = str(publication.known.get(one, ""))[:7]
            said.setdefault(f"{bare.id()} {month}", one)
    return sorted(said.values())


def counting_rule(publication: Publication, wording: Wording) -> str:
    """In words: what is counted, on which day, and who is in."""
    return wording.gettext(
        "Persons with a page in this edition on {date}. Each counts once, however many cases they "
        "are in. The list holds only those whose page the editors have read through and cleared "
        "for publishing; it is not the number of all who are persecuted."
    ).format(date=wording.day(publication.as_of))
