"""Records what somebody stated or decided about a person; the only way the desk does so.

Invariants:

- A claim stands in a document that is recorded before it, and points at its words.
- What an editor states counts at once; what a volunteer states waits for an editor.
- Who stands beside an entry is the account's key and never its name.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from khronika.casebook.adding import Added, Described, add_address, add_text, note_call
from khronika.casebook.recording import decided, stated
from khronika.casebook.slug import slug_of_title
from khronika.casebook.withdrawing import unpublish
from khronika.casebook.yaml_form.nonces import random_nonce
from khronika.desk.archive import ReadOnly
from khronika.desk.people.forms import PUBLISHED, SourceForm
from khronika.desk.second import accepted_now
from khronika.desk.visit import Visit
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Decision, DecisionId, Stance, Verb
from khronika.schema.passage import Passage
from khronika.schema.source import SourceLevel
from khronika.schema.subject import SubjectId, SubjectKind, subject_id
from khronika.schema.value import Text, Value
from khronika.schema.visibility import Use, Visibility

QUOTED = 300  # characters; a longer text is kept whole and opened at one click
MARK = 4  # random characters that keep namesakes apart


@dataclass(frozen=True, slots=True)
class Document:
    """Where something stands, and how far it may go."""

    passage: Passage
    visibility: Visibility


def keep_document(form: SourceForm, visit: Visit) -> Document:
    """Record what was pasted, or find it: the same words are one document."""
    if not visit.may_write:
        raise ReadOnly
    words, how = form.text("words"), form.text("how")
    level = SourceLevel.OPEN if how == PUBLISHED else SourceLevel.CLOSED
    visibility = Visibility.PUBLIC if how == PUBLISHED else Visibility.TEAM
    title = form.text("title") or visit.wording.gettext("Noted on {day}").format(
        day=visit.wording.day(visit.today)
    )
    described = Described(title=title, lang=_language(words), level=level)
    if form.is_link:
        named = replace(described, title=form.text("title"))
        added = add_address(
            visit.archive.casebook, words, described=named, recorded=visit.recorded,
            visibility=visibility,
        )  # fmt: skip
        return Document(Passage(added.source), visibility)
    added = _keep_words(words, described, visit, visibility)
    return Document(_whole(added, words), visibility)


def _keep_words(words: str, described: Described, visit: Visit, visibility: Visibility) -> Added:
    casebook, recorded = visit.archive.casebook, visit.recorded
    if visibility is Visibility.PUBLIC:
        return add_text(
            casebook, words, described=described, recorded=recorded, visibility=visibility
        )
    return note_call(casebook, words, described=described, recorded=recorded)


def _whole(added: Added, words: str) -> Passage:
    quote = words if len(words) <= QUOTED else ""
    return Passage(added.source, quote=quote, text=added.sha256, start=0, end=len(words))


def begin_person(
    name: str,
    happened: Iterable[tuple[str, Mapping[str, Value]]],
    document: Document,
    visit: Visit,
    *,
    ask: bool = False,
) -> SubjectId:
    """A new person: a name, and what the document says happened."""
    house = visit.archive.casebook.settings.id
    slug = slug_of_title(name, mark=random_nonce()[:MARK])
    person = subject_id(house, SubjectKind.PERSON, slug)
    named = ("name", {"text": Text(name)})
    state(person, [named, *happened], document, visit, ask=ask)
    return person


def state(
    person: SubjectId,
    facts: Iterable[tuple[str, Mapping[str, Value]]],
    document: Document,
    visit: Visit,
    *,
    ask: bool = False,
) -> tuple[ClaimId, ...]:
    """Record these facts of the person; an editor's count at once unless another has to read them.

    With `ask` they wait for somebody else, whatever they are.
    """
    claims = [
        Claim(person, kind, dict(fields), document.passage, lang=_language_of(fields))
        for kind, fields in facts
    ]
    return record(claims, document.visibility, visit, ask=ask)


def record(
    claims: Iterable[Claim], visibility: Visibility, visit: Visit, *, ask: bool = False
) -> tuple[ClaimId, ...]:
    """Record these claims, and accept those that count at once."""
    batch = stated(claims, visibility=visibility, recorded=visit.recorded, mint=random_nonce)
    visit.archive.record(batch | accepted_now(batch.claims, visit, ask=ask))
    return tuple(batch.claims)


def decide(  # noqa: PLR0913 - what a decision is made of
    verb: Verb,
    targets: Iterable[str],
    visit: Visit,
    *,
    reason: str = "",
    over: Iterable[str] = (),
    replaces: Iterable[DecisionId] = (),
    **details: str,
) -> None:
    """Record a decision by this visitor."""
    decision = decision_by(
        visit, verb, targets, reason=reason, over=over, replaces=replaces, **details
    )
    record_decisions([decision], visit)


def decision_by(  # noqa: PLR0913 - what a decision is made of
    visit: Visit,
    verb: Verb,
    targets: Iterable[str],
    *,
    reason: str = "",
    over: Iterable[str] = (),
    replaces: Iterable[DecisionId] = (),
    **details: str,
) -> Decision:
    """A decision by this visitor, not recorded yet.

    Where the very same was decided today and replaced since, it takes the place of what replaced
    it: without that it would be the old decision, which holds no more.
    """
    decision = Decision(
        verb=verb,
        targets=tuple(targets),
        by=visit.recorded.by,
        at=visit.recorded.day,
        over=tuple(over),
        details=details,
        reason=reason,
        replaces=tuple(replaces),
    )
    known = visit.snapshot.in_force.ledger.decisions
    while decision.id() in known:
        later = [one.id() for one in known.values() if decision.id() in one.replaces]
        if not later:
            break
        decision = replace(decision, replaces=tuple({*decision.replaces, *later}))
    return decision


def record_decisions(decisions: Iterable[Decision], visit: Visit) -> None:
    """Record these decisions together."""
    visit.archive.record(decided(decisions, recorded=visit.recorded))


def same(
    ours: SubjectId, theirs: SubjectId, answer: Verb, visit: Visit, *, reason: str
) -> Decision:
    """That these two are one person, or are not; what was said before gives way."""
    in_force = visit.snapshot.in_force
    before = [
        decision.id()
        for verb in (Verb.SAME, Verb.NOT_SAME)
        for decision in in_force.about(verb, ours)
        if set(decision.targets) == {ours, theirs}
    ]
    return decision_by(visit, answer, [ours, theirs], reason=reason, replaces=before)


def say_same(pair: tuple[SubjectId, SubjectId], answer: Verb, visit: Visit, *, reason: str) -> None:
    """Record what `same` says of these two."""
    record_decisions([same(*pair, answer, visit, reason=reason)], visit)


def take_apart(joined: Iterable[SubjectId], visit: Visit, *, reason: str) -> None:
    """Undo that these ids were called one person."""
    in_force, ids = visit.snapshot.in_force, set(joined)
    for same in in_force.of(Verb.SAME):
        if set(same.targets) <= ids:
            decide(Verb.NOT_SAME, same.targets, visit, reason=reason, replaces=[same.id()])


def say_ready(person: SubjectId, visit: Visit, *, reason: str) -> None:
    """Somebody read the page and found it fit to publish; the person goes on the list."""
    decide(Verb.READY, [person], visit, reason=reason)
    decide(Verb.STANCE, [person], visit, reason=reason, value=Stance.LIST.value)


def say_consent(person: SubjectId, state_: str, visit: Visit, *, given_by: str, until: str) -> None:
    """What the person answered about publication; earlier answers give way."""
    in_force = visit.snapshot.in_force
    before = [
        decision.id()
        for decision in in_force.about(Verb.CONSENT, person)
        if decision.details.get("use", "") == Use.PUBLIC.value
    ]
    details = {
        "use": Use.PUBLIC.value, "state": state_, "from": visit.today.isoformat(),
        "given_by": given_by, "until": until,
    }  # fmt: skip
    decide(Verb.CONSENT, [person], visit, replaces=before, **details)


def take_down(person: SubjectId, visit: Visit) -> int:
    """Withdraw the person from all that is published; how many claims were restricted."""
    if not visit.may_write:
        raise ReadOnly
    return unpublish(visit.archive.casebook, person, recorded=visit.recorded).restricted


def _language(words: str) -> str:
    """Russian where most letters are Cyrillic; of other languages nothing is guessed."""
    letters = [letter for letter in words if letter.isalpha()]
    cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in letters)
    return "ru" if letters and cyrillic * 2 > len(letters) else ""


def _language_of(fields: Mapping[str, Value]) -> str:
    texts = [value.text for value in fields.values() if isinstance(value, Text)]
    return _language(" ".join(texts))
