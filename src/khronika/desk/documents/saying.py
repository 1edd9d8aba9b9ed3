"""Whether a document that was just named seems to say more of somebody."""

from collections.abc import Sequence

from khronika.casebook.suggesting import is_laid_out
from khronika.desk.documents import jobs
from khronika.desk.documents.kept import find_document
from khronika.desk.documents.reader import suggestions_of
from khronika.desk.visit import Visit
from khronika.extraction.proposal import Proposal
from khronika.identity.candidates import candidates
from khronika.review.suggestion import State
from khronika.schema.subject import SubjectId, slug_of


def has_proposals(source: SubjectId, person: SubjectId, visit: Visit) -> bool:
    """Whether the words kept for the source seem to say what is not known of this person."""
    document = find_document(slug_of(source), visit)
    if document is None or not document.text:
        return False
    if not is_laid_out(visit.archive.folder, document.text):
        jobs.begin(document, visit)
    names = visit.snapshot.names.get(person, ())
    return any(
        _is_about(one.proposal, names) and not _is_known(one.proposal, person, visit)
        for one in suggestions_of(document, visit)
        if one.state is State.OPEN
    )


def _is_about(proposal: Proposal, names: Sequence[str]) -> bool:
    return bool(candidates(proposal.person, {"one": names}))


def _is_known(proposal: Proposal, person: SubjectId, visit: Visit) -> bool:
    claims = visit.snapshot.in_force.ledger.claims.values()
    joined = visit.snapshot.people[person].joined
    return any(
        one.subject in joined and one.kind == proposal.kind and one.fields == proposal.fields
        for one in claims
    )
