"""Says whom a proposal could be about: people here, people who wait, somebody new.

Invariants:

- Likeness proposes and never decides: several who could be meant are asked about.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from khronika.casebook.acquaintance import spellings
from khronika.desk.visit import Visit
from khronika.identity.candidates import Candidate, candidates
from khronika.identity.search_key import fold_for_search
from khronika.review.suggestion import Suggestion
from khronika.schema.decision import Verb
from khronika.schema.subject import SubjectId, SubjectKind, kind_of, slug_of

NEW = "new"
CASE = "case:"
MOST = 5  # people who could be meant


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody to choose: what is sent, what is read, and a word beside it."""

    value: str
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Whom:
    """Those who could be meant; `likely` is what is sent unless somebody says otherwise."""

    choices: tuple[Choice, ...]
    likely: str


def names_here(visit: Visit) -> Mapping[SubjectId, tuple[str, ...]]:
    """Everybody in the archive and everybody who waits to be confirmed, with their names."""
    return {**_waiting(visit), **visit.snapshot.names}


def whom(name: str, visit: Visit, *, told: Sequence[Suggestion] = ()) -> Whom:
    """Who this name could mean; `told` are suggestions of the same text, some of them answered."""
    known = names_here(visit)
    found = candidates(name, {str(one): row for one, row in known.items()}, most=MOST)
    rows = [_choice(SubjectId(one.who), known, visit) for one in found]
    before = _before(name, visit, told)
    if before and before not in (one.value for one in rows):
        person = _by_slug(before, known)
        rows = [*([_choice(person, known, visit)] if person else []), *rows]
    new = visit.wording.gettext("Somebody new: {name}").format(name=name)
    return Whom((*rows, Choice(NEW, new)), before or _likely(name, found, known))


def find_whom(value: str, visit: Visit) -> SubjectId | None:
    """The person or the case that was chosen; None for nobody here."""
    if value.startswith(CASE):
        found = visit.snapshot.find(value.removeprefix(CASE))
        return found if found and kind_of(found) is SubjectKind.CASE else None
    found = visit.snapshot.find(value)
    if found and kind_of(found) is SubjectKind.PERSON:
        return found
    return _by_slug(value, names_here(visit))


def cases(visit: Visit) -> tuple[tuple[str, str], ...]:
    """The cases there are, as a list offers them."""
    return tuple((slug_of(one), name) for one, name in visit.reader.case_names.items())


def _choice(person: SubjectId, known: Mapping[SubjectId, tuple[str, ...]], visit: Visit) -> Choice:
    if person in visit.snapshot.people:
        reader, dossier = visit.reader, visit.snapshot.people[person]
        note = ", ".join(reader.case_name(one) for one in dossier.cases)
        return Choice(slug_of(person), reader.name(person), note)
    note = visit.wording.gettext("waits for a second reader")
    return Choice(slug_of(person), known[person][0], note)


def _likely(
    name: str, found: Sequence[Candidate], known: Mapping[SubjectId, tuple[str, ...]]
) -> str:
    """The only one it could be, or the only one whose very name it is; nobody of several."""
    if not found:
        return NEW
    key = sorted(fold_for_search(name).split())
    same = [
        one
        for one in found
        if any(sorted(fold_for_search(n).split()) == key for n in known[SubjectId(one.who)])
    ]
    only = same if len(same) == 1 else found
    return slug_of(SubjectId(only[0].who)) if len(only) == 1 else ""


def _before(name: str, visit: Visit, told: Sequence[Suggestion]) -> str:
    """Whom this text was said to mean by the same name."""
    claims = visit.snapshot.in_force.ledger.claims
    for one in reversed(told):
        if one.claim and one.proposal.person == name and one.claim in claims:
            subject = claims[one.claim].subject
            shown = visit.snapshot.find(slug_of(subject)) or subject
            return slug_of(shown) if kind_of(shown) is SubjectKind.PERSON else ""
    return ""


def _by_slug(slug: str, known: Mapping[SubjectId, tuple[str, ...]]) -> SubjectId | None:
    return next((one for one in known if slug_of(one) == slug), None)


def _waiting(visit: Visit) -> Mapping[SubjectId, tuple[str, ...]]:
    """People of whom a name was stated and nothing accepted."""
    in_force, found = visit.snapshot.in_force, dict[SubjectId, tuple[str, ...]]()
    for key, claim in in_force.ledger.claims.items():
        is_name = claim.kind == "name" and kind_of(claim.subject) is SubjectKind.PERSON
        if not is_name or visit.snapshot.find(slug_of(claim.subject)):
            continue
        if not in_force.about(Verb.REJECT, key) and not in_force.about(Verb.REDACT, key):
            found[claim.subject] = (*found.get(claim.subject, ()), *spellings(claim))
    return found
