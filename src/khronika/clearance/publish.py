"""From what was cleared to what an edition sees: fold, and keep the people who have a page.

Invariants:

- Nothing here points at a person without a page: no address, no text, no place in a case.
- What the group has yet to do (ask for consent, call the family) is no open question to readers.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from khronika.clearance.cleared import Cleared
from khronika.clearance.publication import Correspondence, House, Prose, Publication
from khronika.dossier.dossier import CaseFile, Dossier
from khronika.dossier.fold import fold
from khronika.dossier.material import Material
from khronika.schema.subject import SubjectId

_OWN_BUSINESS = frozenset(
    {"no-consent", "no-contact", "family-silent", "no-address", "address-not-fresh"}
)


def publication(  # noqa: PLR0913 - each is a thing of its own, and all but one are named
    cleared: Cleared,
    *,
    house: House,
    languages: Iterable[str],
    as_of: date,
    today: date,
    addresses: Mapping[SubjectId, str] | None = None,
    prose: Iterable[Prose] = (),
    changed: Mapping[SubjectId, date] | None = None,
) -> Publication:
    """The cleared material as of the day, for editions.

    `changed` hands in days on which something but a claim changed, such as a text; of a subject's
    days the latest counts, and none is later than `today`.
    """
    folded = fold(cleared.material, as_of=as_of)
    people = _people(cleared, folded.people)
    cases = {one: _with_people(case, people) for one, case in folded.cases.items()}
    pages = _pages(people, cases)
    return Publication(
        use=cleared.use,
        as_of=as_of,
        state=cleared.state,
        house=house,
        languages=tuple(languages),
        people=people,
        cases=cases,
        claims=cleared.material.claims,
        sources=cleared.material.sources,
        addresses={one: name for one, name in sorted((addresses or {}).items()) if one in pages},
        known=cleared.known,
        changed=_changed(cleared, pages, changed or {}, today=today),
        notes=_notes(cleared, people),
        prose=tuple(text for text in prose if text.subject is None or text.subject in pages),
        unindexed=_unindexed(cleared, people),
        correspondence=Correspondence(_unsent(cleared, people), cleared.unwilling),
        consented=_agreed(cleared, people),
    )


def _people(cleared: Cleared, people: Mapping[SubjectId, Dossier]) -> dict[SubjectId, Dossier]:
    return {
        one: _for_readers(dossier)
        for one, dossier in people.items()
        if cleared.people.issuperset(dossier.joined)
    }


def _agreed(cleared: Cleared, people: Mapping[SubjectId, Dossier]) -> frozenset[SubjectId]:
    return frozenset(
        one for one, dossier in people.items() if cleared.consented.intersection(dossier.joined)
    )


def _unsent(cleared: Cleared, people: Mapping[SubjectId, Dossier]) -> dict[SubjectId, str]:
    """The codes under the id each person's page goes by."""
    said = {
        one: [cleared.unsent[i] for i in dossier.joined if i in cleared.unsent]
        for one, dossier in people.items()
    }
    return {one: codes[0] for one, codes in said.items() if codes}


def _unindexed(cleared: Cleared, people: Mapping[SubjectId, Dossier]) -> frozenset[SubjectId]:
    return frozenset(
        one for one, dossier in people.items() if cleared.unindexed.intersection(dossier.joined)
    )


def _pages(
    people: Mapping[SubjectId, Dossier], cases: Iterable[SubjectId]
) -> dict[SubjectId, SubjectId]:
    """The page of every case, and of every id a person goes by."""
    pages = {one: one for one in cases}
    return pages | {one: dossier.person for dossier in people.values() for one in dossier.joined}


def _for_readers(dossier: Dossier) -> Dossier:
    gaps = tuple(gap for gap in dossier.gaps if gap.code not in _OWN_BUSINESS)
    return replace(dossier, gaps=gaps)


def _with_people(case: CaseFile, people: Collection[SubjectId]) -> CaseFile:
    return replace(case, people=tuple(one for one in case.people if one in people))


def _notes(cleared: Cleared, people: Mapping[SubjectId, Dossier]) -> dict[SubjectId, str]:
    """The disclaimers under the id each person's page goes by."""
    said = {
        one: list(dict.fromkeys(cleared.notes[i] for i in dossier.joined if i in cleared.notes))
        for one, dossier in people.items()
    }
    return {one: "\n\n".join(texts) for one, texts in said.items() if texts}


def _changed(
    cleared: Cleared,
    pages: Mapping[SubjectId, SubjectId],
    handed: Mapping[SubjectId, date],
    *,
    today: date,
) -> dict[SubjectId, date]:
    """The last day on which something was recorded about each subject with a page."""
    days: dict[SubjectId, date] = {}
    for subject, day in [*_recorded(cleared.material), *handed.items()]:
        if page := pages.get(subject):
            days[page] = max(days.get(page, date.min), min(day, today))
    return dict(sorted(days.items()))


def _recorded(material: Material) -> Iterator[tuple[SubjectId, date]]:
    """The day of each claim, for the one it is about and for its case."""
    for one, day in material.recorded.items():
        claim = material.claims[one]
        yield claim.subject, date.fromisoformat(day)
        if claim.case:
            yield claim.case, date.fromisoformat(day)
