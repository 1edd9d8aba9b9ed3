"""What programs ask: the people, one person, and to take a proposal in."""

import json
from collections.abc import Callable
from functools import wraps

from django.http import HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from khronika.desk.api import door
from khronika.desk.api.proposal import read_proposal, record
from khronika.desk.people.reads import rows
from khronika.desk.visit import Request
from khronika.dossier.as_json import known_json
from khronika.errors import KhronikaError
from khronika.schema.subject import SubjectKind, kind_of, slug_of
from khronika.values.json_value import Json

LARGEST = 200  # people on one page
USUAL = 50
_View = Callable[..., HttpResponse]


def _in_sentences(view: _View) -> _View:
    """The view, whose refusals are JSON like its answers."""

    @csrf_exempt  # no cookie opens anything here, so no other site can use a visitor's
    @wraps(view)
    def answered(request: Request, *args: str, **named: str) -> HttpResponse:
        try:
            return view(request, *args, **named)
        except KhronikaError as why:
            return door.sentence(str(why), status=422)

    return answered


@_in_sentences
def people(request: Request) -> HttpResponse:
    """The people this token may see, page by page, in the order of names."""
    visit = request.visit
    size = min(_number(request, "size", USUAL), LARGEST)
    number = _number(request, "page", 1)
    found = rows(visit.snapshot.people, visit.snapshot, visit.language)
    shown = found[(number - 1) * size : number * size]
    dossiers = {slug_of(one): dossier for one, dossier in visit.snapshot.people.items()}
    return _answer(
        {
            "count": len(found),
            "page": number,
            "pages": -(-len(found) // size),
            "people": [
                {
                    "slug": one.slug,
                    "person": dossiers[one.slug].person,
                    "name": one.name,
                    "status": dossiers[one.slug].status.code.value,
                    "cases": list(dossiers[one.slug].cases),
                }
                for one in shown
            ],
        }
    )


@_in_sentences
def person(request: Request, slug: str) -> HttpResponse:
    """What is known of one person, as `khronika dossier --json` prints it."""
    visit = request.visit
    found = visit.snapshot.find(slug)
    if found is None or kind_of(found) is not SubjectKind.PERSON:
        return door.nothing_here()
    material = visit.snapshot.reading.material
    return _answer(known_json(visit.snapshot.people[found], material, visit.wording))


@_in_sentences
def proposals(request: Request) -> HttpResponse:
    """Take a proposal in; what it says waits for an editor."""
    try:
        sent = json.loads(request.body)
    except (ValueError, RecursionError):
        return door.sentence("The body is no JSON.", status=400)
    made = record(read_proposal(sent, request.visit), request.visit)
    return _answer({"waiting": list(made)}, status=201)


def _number(request: Request, name: str, usual: int) -> int:
    sent = request.GET.get(name, "")
    return max(1, int(sent)) if sent.isdecimal() and len(sent) < 7 else usual


def _answer(body: dict[str, Json], *, status: int = 200) -> HttpResponse:
    return JsonResponse(body, status=status, json_dumps_params={"ensure_ascii": False})
