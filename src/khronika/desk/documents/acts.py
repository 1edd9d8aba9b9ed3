"""Does what somebody decided about a proposal: into the record, and back where it was an error.

Invariants:

- Nothing enters the record but by the functions of `review`, each called by a person.
- What a volunteer accepts waits for an editor; what needs a second reader waits for one.
- What was taken back stays in the record as stated and rejected: nothing is overwritten.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from threading import Lock

from khronika.casebook.cache import Cache
from khronika.casebook.recording import decided, stated
from khronika.casebook.slug import slug_of_title
from khronika.casebook.yaml_form.nonces import random_nonce
from khronika.desk.archive import ReadOnly
from khronika.desk.documents.kept import Document
from khronika.desk.rules import EDITORS
from khronika.desk.second import accepted_now, is_alone
from khronika.desk.visit import Visit
from khronika.errors import KhronikaError, Say
from khronika.ledger.in_force import InForce
from khronika.review.acting import About, Act, Reviewer, accept, claim_of, correct, reject
from khronika.review.suggestion import State, Suggestion
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Decision, Verb
from khronika.schema.nature import nature
from khronika.schema.source import SourceLevel
from khronika.schema.subject import SubjectId, SubjectKind, subject_id
from khronika.schema.value import Text, Value
from khronika.schema.visibility import Use, Visibility, strictest

MARK = 4  # random characters that keep namesakes apart
_TURN = Lock()  # two who answer one proposal at once take turns


class StaysOutside(KhronikaError):
    """A claim is sealed by its nature, and nothing sealed is kept in a store."""

    def __init__(self) -> None:
        super().__init__(
            "This is never kept here, because it could hurt somebody if the archive were taken. "
            "Nothing was recorded."
        )


class NothingBack(KhronikaError):
    """Nothing was answered here by who wants to take it back, or somebody else confirmed it."""

    def __init__(self) -> None:
        super().__init__("There is nothing of yours here that can be taken back.")


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a statement is about: somebody here, or somebody new of this name; and the case."""

    subject: SubjectId | None
    name: str = ""
    case: SubjectId | None = None


def known(visit: Visit) -> frozenset[SubjectId]:
    """The people and cases that count, by every id they go by."""
    joined = (one for dossier in visit.snapshot.people.values() for one in dossier.joined)
    return frozenset(joined) | frozenset(visit.snapshot.folded.cases)


def supposed(suggestion: Suggestion, subject: SubjectId) -> Claim:
    """The claim it would become, to be asked what it changes."""
    return claim_of(suggestion, About(subject, known=frozenset()))


def take(
    suggestion: Suggestion,
    meant: Meant,
    document: Document,
    visit: Visit,
    *,
    fields: Mapping[str, Value] | None = None,
) -> Say | None:
    """Record the proposal, with other fields where some are given; why it waits, if it does."""
    if not visit.may_write:
        raise ReadOnly
    with _TURN:
        fresh = _fresh(suggestion, visit)
        about, also = _about(fresh, meant, document, visit, fields=fields)
        who = _reviewer(visit)
        act = accept(fresh, about, who) if fields is None else correct(
            fresh, about, who, fields=fields
        )  # fmt: skip
        return _record(act, also, about, document, visit)


def put_away(suggestion: Suggestion, visit: Visit, *, reason: str) -> None:
    """Reject the proposal; nothing is recorded of it."""
    if not visit.may_write:
        raise ReadOnly
    with _TURN:
        act = reject(_fresh(suggestion, visit), _reviewer(visit), reason=reason)
        Cache(visit.archive.folder).save(act.suggestion)


def take_back(document: Document, visit: Visit) -> Suggestion:
    """Undo what this visitor did last with a proposal of this text; raises `NothingBack`."""
    if not visit.may_write:
        raise ReadOnly
    cache = Cache(visit.archive.folder)
    with _TURN:
        last = cache.last_of(document.text, visit.recorded.by)
        if last is None or last.second:
            raise NothingBack
        if last.claim:
            _unstate(last.claim, visit)
        cache.save(last.reopened())
        return last


def level_of(document: Document, visit: Visit) -> Visibility:
    """How far what the document says may go by itself."""
    if document.source.level is not SourceLevel.OPEN:
        return Visibility.TEAM
    return visit.snapshot.in_force.source_level(document.source.id, Use.PUBLIC)


def _fresh(suggestion: Suggestion, visit: Visit) -> Suggestion:
    """The suggestion as it is now, after whoever was before in the row."""
    return Cache(visit.archive.folder).find(suggestion.id()) or suggestion


def _reviewer(visit: Visit) -> Reviewer:
    return Reviewer(visit.recorded.by, visit.recorded.at)


def _about(
    suggestion: Suggestion,
    meant: Meant,
    document: Document,
    visit: Visit,
    *,
    fields: Mapping[str, Value] | None,
) -> tuple[About, Claim | None]:
    """Whom it is about, and the name of somebody new."""
    subject = meant.subject or _new_person(meant.name, visit)
    about = About(subject, known=known(visit), case=meant.case)
    claim = claim_of(suggestion, about)
    if fields is not None:
        claim = replace(claim, fields=dict(fields))
    if nature(claim).least is Visibility.SEALED:
        raise StaysOutside
    is_public = strictest(level_of(document, visit), nature(claim).least) is Visibility.PUBLIC
    was_rejected = visit.snapshot.in_force.about(Verb.REJECT, claim.id())
    named = None if meant.subject else Claim(
        subject, "name", {"text": Text(meant.name)}, claim.passage, lang=claim.lang
    )  # fmt: skip
    # What was taken back stays rejected: said once more, it is a statement of its own.
    nonce = "" if is_public and not was_rejected else random_nonce()
    return replace(about, nonce=nonce), named


def _new_person(name: str, visit: Visit) -> SubjectId:
    slug = slug_of_title(name, mark=random_nonce()[:MARK])
    return subject_id(visit.archive.casebook.settings.id, SubjectKind.PERSON, slug)


def _record(
    act: Act, also: Claim | None, about: About, document: Document, visit: Visit
) -> Say | None:
    level, recorded = level_of(document, visit), visit.recorded
    batch = stated(act.claims, visibility=level, recorded=recorded, mint=lambda: about.nonce)
    if also:
        batch |= stated([also], visibility=level, recorded=recorded, mint=random_nonce)
    kept = act.suggestion
    if visit.role in EDITORS:
        batch |= accepted_now(batch.claims, visit)
    else:
        kept = replace(kept, state=State.WAITING)
    visit.archive.record(batch)
    Cache(visit.archive.folder).save(kept)
    return None if is_alone(visit) else act.second


def _unstate(claim: ClaimId, visit: Visit) -> None:
    """Reject what this visitor stated, and with it their acceptance of it."""
    in_force = visit.snapshot.in_force
    accepted = in_force.about(Verb.ACCEPT, claim)
    if any(one.by != visit.recorded.by for one in accepted):
        raise NothingBack
    decision = Decision(
        Verb.REJECT, (claim, *_left_alone(claim, in_force)),
        by=visit.recorded.by, at=visit.recorded.day,
        replaces=tuple(one.id() for one in accepted if one.targets == (claim,)),
    )  # fmt: skip
    visit.archive.record(decided([decision], recorded=visit.recorded))


def _left_alone(claim: ClaimId, in_force: InForce) -> tuple[ClaimId, ...]:
    """The name of somebody new of whom nothing else would be left."""
    claims = in_force.ledger.claims
    subject = claims[claim].subject
    rest = [
        one
        for one, held in claims.items()
        if held.subject == subject and one != claim and not in_force.about(Verb.REJECT, one)
    ]
    is_name = len(rest) == 1 and claims[rest[0]].kind == "name"
    return tuple(rest) if is_name and _came_along(rest[0], claim, in_force) else ()


def _came_along(name: ClaimId, claim: ClaimId, in_force: InForce) -> bool:
    """Whether the name counts for nobody yet, or was stated with the claim by the same hand."""
    if name not in in_force.accepted:
        return True
    ledger, accepting = in_force.ledger, in_force.about(Verb.ACCEPT, claim)
    together = ledger.claims[name].passage == ledger.claims[claim].passage
    return together and in_force.about(Verb.ACCEPT, name) == accepting
