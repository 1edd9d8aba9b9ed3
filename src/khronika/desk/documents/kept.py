"""Finds a document and the text that is kept of it.

Invariants:

- What is sealed is found by nobody here, and is told from what never was by nobody.
- A text is as it was kept, so that places in it stay places in it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from khronika.desk.visit import Visit
from khronika.intake.form import Form, form_of
from khronika.ledger.in_force import InForce
from khronika.schema.source import Holding, Source
from khronika.schema.subject import InvalidSubject, SubjectId, SubjectKind, slug_of, subject_id
from khronika.schema.visibility import Use, Visibility


@dataclass(frozen=True, slots=True)
class Document:
    """A source, the hash of what came in, and of the text read from it; empty for what is not."""

    source: Source
    sha256: str = ""
    text: str = ""

    @property
    def slug(self) -> str:
        """What its address is made of."""
        return slug_of(self.source.id)


def find_document(slug: str, visit: Visit) -> Document | None:
    """The document of this slug; None where there is none for this visitor."""
    try:
        house = visit.archive.casebook.settings.id
        source = visit.snapshot.in_force.sources.get(subject_id(house, SubjectKind.SOURCE, slug))
    except InvalidSubject:
        return None
    if source is None or not may_read(source.id, visit.snapshot.in_force):
        return None
    held = [one for one in _holdings(visit) if one.source == source.id]
    return document_of(source, held, visit)


def may_read(source: SubjectId, in_force: InForce) -> bool:
    """Whether the desk shows this source to the team."""
    return in_force.source_level(source, Use.PUBLIC) is not Visibility.SEALED


def document_of(source: Source, held: Iterable[Holding], visit: Visit) -> Document:
    """The document these holdings of the source make: the last that came, and its last text."""
    vault = visit.archive.casebook.vault
    here = sorted((one for one in held if vault.has(one.sha256)), key=_newest)
    came = [one for one in here if not one.read_from]
    read = [one for one in here if one.read_from]
    sha256 = came[-1].sha256 if came else ""
    if read:
        return Document(source, sha256, read[-1].sha256)
    return Document(source, sha256, sha256 if sha256 and _is_text(sha256, visit) else "")


def text_of(document: Document, visit: Visit) -> str:
    """The whole text; raises what the vault raises."""
    return visit.archive.casebook.vault.get(document.text).decode("utf-8", "replace")


def _holdings(visit: Visit) -> Iterable[Holding]:
    return visit.snapshot.in_force.ledger.holdings.values()


def _newest(held: Holding) -> tuple[str, str]:
    return held.got_at, held.sha256


def _is_text(sha256: str, visit: Visit) -> bool:
    """Whether the words came in as words: pasted, or a call noted down."""
    data = visit.archive.casebook.vault.get(sha256)
    if form_of(data) is not Form.TEXT:
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
