"""A name that was typed as one line gets its parts, once somebody has said which word is which.

With them it prints by the rules of other languages, and a letter can be addressed.
"""

from dataclasses import dataclass, replace

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from khronika.desk.forms import DeskForm, line
from khronika.desk.people.found import person_for
from khronika.desk.people.writes import record
from khronika.desk.visit import Request, Visit
from khronika.identity.parts import parts_of
from khronika.schema.claim import ClaimId
from khronika.schema.subject import SubjectId
from khronika.schema.value import Choice, Text, Value
from khronika.schema.visibility import Use, Visibility

_PARTS = ("family", "given", "patronymic")


@dataclass(frozen=True, slots=True)
class Proposed:
    """The parts of a name somebody typed as one line, to be confirmed."""

    claim: ClaimId
    family: str
    given: str
    patronymic: str


class PartsForm(DeskForm):
    """Which word is which."""

    claim = line()
    family = line(longest=120)
    given = line(longest=120)
    patronymic = line(required=False, longest=120)


def proposed(person: SubjectId, visit: Visit) -> Proposed | None:
    """The parts to ask about; None where a name has its parts, or nothing can be proposed."""
    claims = visit.snapshot.reading.material.claims
    entries = visit.snapshot.people[person].of_kind("name")
    found = [(one, claims[one]) for entry in entries for one in entry.claims]
    if any({"family", "given"} <= claim.fields.keys() for _, claim in found):
        return None
    for one, claim in found:
        text = claim.fields.get("text")
        parts = parts_of(text.text) if isinstance(text, Text) else None
        if parts is not None:
            return Proposed(one, parts.family, parts.given, parts.patronymic)
    return None


def name_parts(request: Request, slug: str) -> HttpResponse:
    """State the parts, from the words the name stands in."""
    visit, found = request.visit, person_for(request, slug)
    form = PartsForm(request.POST, wording=visit.wording, today=visit.today)
    claims = visit.snapshot.reading.material.claims
    old = claims.get(ClaimId(form.text("claim"))) if form.is_valid() else None
    if old is None or old.kind != "name" or old.subject not in visit.snapshot.people[found].joined:
        raise Http404
    fields: dict[str, Value] = {**old.fields, "form": Choice("full")}
    fields |= {part: Text(form.text(part), old.lang) for part in _PARTS if form.text(part)}
    level = visit.snapshot.in_force.claim_level(ClaimId(form.text("claim")), Use.PUBLIC)
    kept = Visibility.TEAM if level is Visibility.SEALED else level
    record([replace(old, fields=fields, nonce="")], kept, visit)
    messages.info(request, visit.wording.gettext("Saved."))
    return redirect("person", slug)
