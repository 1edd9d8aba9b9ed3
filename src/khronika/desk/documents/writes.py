"""Takes a proposal into the record."""

from khronika.casebook.recording import accepted, stated
from khronika.casebook.yaml_form.nonces import random_nonce
from khronika.desk.documents import reads
from khronika.desk.rules import EDITORS
from khronika.desk.visit import Visit
from khronika.extraction.proposal import Proposal
from khronika.schema.source import SourceLevel
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Use, Visibility


def take(proposal: Proposal, person: SubjectId, document: reads.Document, visit: Visit) -> None:
    """Record what the proposal says, as far to be seen as its document is."""
    in_force, source = visit.snapshot.in_force, document.source
    level = in_force.source_level(source.id, Use.PUBLIC)
    is_open = source.level is SourceLevel.OPEN
    batch = stated(
        [reads.claim_of(proposal, person, document)],
        visibility=level if is_open else Visibility.TEAM,
        recorded=visit.recorded,
        mint=random_nonce,
    )
    if visit.role in EDITORS:
        batch |= accepted(batch.claims, recorded=visit.recorded, reason="")
    visit.archive.record(batch)
