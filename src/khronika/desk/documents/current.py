"""The proposal that is looked at: what it says, what it would change, and whom it could mean."""

from dataclasses import dataclass

from khronika.desk.documents import acts, effects
from khronika.desk.documents.kept import Document
from khronika.desk.documents.reader import STATES, fields_of, suggestions_of
from khronika.desk.documents.typed import as_typed, certainty_words, speaker_words
from khronika.desk.documents.whom import NEW, Choice, Whom, cases, find_whom, whom
from khronika.desk.second import is_alone
from khronika.desk.visit import Visit
from khronika.extraction.proposal import Proposal
from khronika.review.second_reader import why_second
from khronika.review.suggestion import State, Suggestion
from khronika.schema.claim import Certainty, Speaker
from khronika.schema.label import kind_label
from khronika.schema.subject import SubjectKind, slug_of, subject_id


@dataclass(frozen=True, slots=True)
class Current:
    """Everything the page shows of one proposal."""

    id: str
    kind: str
    person: str
    quote: str
    fields: tuple[tuple[str, str], ...]
    says: str
    sure: int
    is_open: bool
    state: str
    reason: str
    people: tuple[Choice, ...]
    likely: str
    cases: tuple[tuple[str, str], ...]
    changes: tuple[str, ...]
    about: tuple[str, str]


def current_of(one: Suggestion, document: Document, visit: Visit) -> Current:
    """The suggestion as the page shows it."""
    proposal, gettext = one.proposal, visit.wording.gettext
    is_open = one.state is State.OPEN
    people = whom(proposal.person, visit, told=suggestions_of(document, visit))
    is_told = proposal.speaker is not Speaker.REPORTER
    says = [speaker_words(proposal.speaker, visit)] if is_told else []
    if proposal.certainty is not Certainty.STATED:
        says.append(certainty_words(proposal.certainty, visit))
    return Current(
        id=one.id(),
        kind=kind_label(proposal.kind, visit.language),
        person=proposal.person,
        quote=proposal.quote,
        fields=fields_of(proposal, visit),
        says=", ".join(says),
        sure=round(100 * proposal.confidence),
        is_open=is_open,
        state=gettext(STATES[one.state]),
        reason=one.reason,
        people=people.choices,
        likely=people.likely,
        cases=cases(visit),
        changes=_changes(one, people, visit) if is_open else (),
        about=_about(one, visit),
    )


def initial_of(proposal: Proposal, who: str, visit: Visit) -> dict[str, object]:
    """The fields of a proposal as they would be typed."""
    typed = {
        f"fact-{name}": as_typed(proposal.kind, name, value, visit)
        for name, value in proposal.fields.items()
    }
    return {**typed, "who": who, "name": proposal.person}


def _changes(one: Suggestion, people: Whom, visit: Visit) -> tuple[str, ...]:
    """What would change if it were accepted of whom it most likely means."""
    subject = find_whom(people.likely, visit) if people.likely not in ("", NEW) else None
    if subject is None and people.likely != NEW:
        return ()
    house = visit.archive.casebook.settings.id
    claim = acts.supposed(one, subject or subject_id(house, SubjectKind.PERSON, "somebody-new"))
    said = effects.sentences(claim, visit) if subject else ()
    second = None if is_alone(visit) else why_second(claim, known=acts.known(visit))
    return (*said, *([visit.wording.say(second)] if second else []))


def _about(one: Suggestion, visit: Visit) -> tuple[str, str]:
    """Whom an answered proposal was said to be about: the slug and the name."""
    claims = visit.snapshot.in_force.ledger.claims
    if one.claim is None or one.claim not in claims:
        return "", ""
    subject = claims[one.claim].subject
    found = visit.snapshot.find(slug_of(subject))
    if found is not None and found in visit.snapshot.people:
        return slug_of(found), visit.reader.name(found)
    return "", one.proposal.person
