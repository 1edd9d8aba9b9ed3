"""Whom a row is about: a person or a case, by whatever id it was noted under."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404

from khronika.desk.visit import Request, Visit
from khronika.schema.subject import SubjectId, SubjectKind, kind_of, slug_of


@dataclass(frozen=True, slots=True)
class Subject:
    """A person or a case: its id, its name, and every id it goes by."""

    id: SubjectId
    slug: str
    name: str
    is_person: bool
    ids: Sequence[SubjectId]


def subject_for(request: Request, slug: str) -> Subject:
    """The person or case of this slug, if this visitor may see them; else there is none."""
    visit = request.visit
    found = visit.snapshot.find(slug)
    if found is None:
        raise Http404
    _, name = named(found, visit)
    if kind_of(found) is not SubjectKind.PERSON:
        return Subject(found, slug, name, is_person=False, ids=(found,))
    return Subject(found, slug, name, is_person=True, ids=visit.snapshot.people[found].joined)


def named(subject: SubjectId, visit: Visit) -> tuple[str, str]:
    """The slug and the name a row's subject goes by today; no slug where it has no page."""
    found = visit.snapshot.find(slug_of(subject))
    if found is None:
        return "", slug_of(subject)
    if kind_of(found) is SubjectKind.PERSON:
        return slug_of(found), visit.reader.name(found)
    return slug_of(found), visit.reader.case_name(found)
