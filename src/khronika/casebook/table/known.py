"""What a table said before, read from the record itself: nothing else has to be remembered."""

from collections import defaultdict
from collections.abc import Mapping

from khronika.casebook.table.change import Known
from khronika.casebook.table.people import key_in
from khronika.ledger.in_force import InForce
from khronika.schema.claim import ClaimId
from khronika.schema.decision import Verb
from khronika.schema.subject import SubjectId, SubjectKind, kind_of

TABLE_CHANGED = "the table changed"


def known_of(in_force: InForce, source: SubjectId) -> Mapping[SubjectId, tuple[Known, ...]]:
    """Every claim that stands in this table, by person."""
    found: dict[SubjectId, list[Known]] = defaultdict(list)
    for claim_id, claim in sorted(in_force.ledger.claims.items()):
        if claim.passage.source == source:
            live = not in_force.about(Verb.REJECT, claim_id)
            by_table = not live and _is_by_table(in_force, claim_id)
            found[claim.subject].append(Known(claim_id, claim, live, by_table))
    return {person: tuple(all_) for person, all_ in found.items()}


def recorded_rows(known: Mapping[SubjectId, tuple[Known, ...]]) -> Mapping[str, SubjectId]:
    """Who each row was, by its key, as the claims themselves tell; live claims tell last."""
    said = [(one.live, person, one) for person, all_ in known.items() for one in all_]
    rows: dict[str, SubjectId] = {}
    for _, person, one in sorted(said, key=lambda each: each[:2]):
        key = key_in(one.claim.passage.section)
        if key:
            rows[key] = person
    return rows


def people_of(in_force: InForce) -> frozenset[SubjectId]:
    """Every person the record speaks of."""
    claims = {claim.subject for claim in in_force.ledger.claims.values()}
    named = {
        SubjectId(name)
        for one in in_force.ledger.decisions.values()
        for name in one.targets
        if "/" in name
    }
    return frozenset(one for one in claims | named if kind_of(one) is SubjectKind.PERSON)


def _is_by_table(in_force: InForce, claim: ClaimId) -> bool:
    """Whether nobody but the table itself put it aside."""
    return all(one.reason == TABLE_CHANGED for one in in_force.about(Verb.REJECT, claim))
