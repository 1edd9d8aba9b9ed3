"""Records what somebody stated or decided about a person; the only way the desk does so.

Invariants:

- A claim stands in a document that is recorded before it, and points at its words.
- What an editor states counts at once; what a volunteer states waits for an editor.
- Who stands beside an entry is the account's key and never its name.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from khronika.casebook.adding import Added, Described, add_address, add_text, note_call
from khronika.casebook.recording import accepted, decided, stated
from khronika.casebook.slug import slug_of_title
from khronika.casebook.withdrawing import unpublish
from khronika.casebook.yaml_form.nonces import random_nonce
from khronika.desk.archive import ReadOnly
from khronika.desk.people.forms import PUBLISHED, SourceForm
from khronika.desk.rules import EDITORS
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
) -> SubjectId:
    """A new person: a name, and what the document says happened."""
    house = visit.archive.casebook.settings.id
    slug = slug_of_title(name, mark=random_nonce()[:MARK])
    person = subject_id(house, SubjectKind.PERSON, slug)
    named = ("name", {"text": Text(name)})
    state(person, [named, *happened], document, visit)
    return person


def state(
    person: SubjectId,
    facts: Iterable[tuple[str, Mapping[str, Value]]],
    document: Document,
    visit: Visit,
) -> tuple[ClaimId, ...]:
    """Record these facts of the person; an editor's count at once."""
    claims = [
        Claim(person, kind, dict(fields), document.passage, lang=_language_of(fields))
        for kind, fields in facts
    ]
    batch = stated(
        claims, visibility=document.visibility, recorded=visit.recorded, mint=random_nonce
    )
    made = tuple(batch.claims)
    if visit.role in EDITORS:
        batch |= accepted(made, recorded=visit.recorded, reason="")
    visit.archive.record(batch)
    return made


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
    visit.archive.record(decided([decision], recorded=visit.recorded))


def say_same(pair: tuple[SubjectId, SubjectId], answer: Verb, visit: Visit, *, reason: str) -> None:
    """These two are one person, or are not; what was said before gives way."""
    in_force = visit.snapshot.in_force
    before = [
        decision.id()
        for verb in (Verb.SAME, Verb.NOT_SAME)
        for decision in in_force.about(verb, pair[0])
        if set(decision.targets) == set(pair)
    ]
    decide(answer, pair, visit, reason=reason, replaces=before)


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
