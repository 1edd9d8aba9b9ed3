"""Finds the person an address names, as far as this visitor may see anybody."""

from django.http import Http404

from khronika.desk.visit import Request
from khronika.schema.subject import SubjectId, SubjectKind, kind_of


def person_for(request: Request, slug: str) -> SubjectId:
    """The person of this slug, if this visitor may see them; else there is none."""
    found = request.visit.snapshot.find(slug)
    if found is None or kind_of(found) is not SubjectKind.PERSON:
        raise Http404
    return found
