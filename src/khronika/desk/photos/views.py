"""The photos of a person: look, bring one, mask faces; and the picture itself.

Invariants:

- A picture is handed out written anew from its points, and as nothing but a picture.
- Whoever may not see the statement about a picture does not get the picture.
"""

from collections.abc import Iterable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from khronika.casebook.layout import MEDIA
from khronika.casebook.pictures import read_file
from khronika.casebook.portraits import with_masks
from khronika.clearance.picture import Box, NoPicture, Picture, stripped
from khronika.desk.pages import page
from khronika.desk.people.found import person_for
from khronika.desk.photos import reads, writes
from khronika.desk.photos.forms import ROWS, SIDES, MaskForm, PhotoForm
from khronika.desk.photos.trouble import sentence_of
from khronika.desk.rules import EDITORS
from khronika.desk.visit import Request
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Verb
from khronika.schema.kind import choices
from khronika.schema.label import choice_label
from khronika.schema.subject import SubjectId

_TYPES = {"jpg": "image/jpeg", "png": "image/png"}


def photos(request: Request, slug: str) -> HttpResponse:
    """All photos, and a form for another."""
    visit, found = request.visit, person_for(request, slug)
    form = PhotoForm(request.POST or None, wording=visit.wording, today=visit.today)
    if request.method == "POST" and form.is_valid():
        made = _brought(request, found, form)
        if made is not None:
            return redirect("photos", slug)
    return page(
        request, "photos/photos.html", status=422 if form.errors else 200, form=form, slug=slug,
        name=visit.reader.name(found), photos=reads.photos(found, visit),
        faces=[(one, choice_label("faces", one, visit.language), "") for one in choices()["faces"]],
        masks=visit.role in EDITORS,
    )  # fmt: skip


def _brought(request: Request, person: SubjectId, form: PhotoForm) -> ClaimId | None:
    visit, sent = request.visit, request.FILES.get("picture")
    if sent is None:
        form.add_error(None, visit.wording.gettext("Choose a file."))
        return None
    try:
        made = writes.add(person, sent.read(), form, visit)
    except NoPicture as why:
        form.add_error(None, sentence_of(why, visit.wording))
        return None
    is_counted = made in visit.again().snapshot.in_force.accepted
    said = visit.wording.gettext("Saved.")
    waits = visit.wording.gettext("Thank you. It counts when somebody else has read it.")
    messages.info(request, said if is_counted else waits)
    return made


def _photo_for(request: Request, slug: str, claim: str) -> Claim:
    found = reads.find(person_for(request, slug), claim, request.visit)
    if found is None or not reads.file_of(found):
        raise Http404
    return found


def photo(request: Request, slug: str, claim: str) -> HttpResponse:
    """The picture; for who masks it large, and with masks where the address says so."""
    found, boxes = _photo_for(request, slug, claim), tuple(_asked_boxes(request))
    folder, name = request.visit.archive.casebook.settings.folder, reads.file_of(found)
    is_large = request.visit.role in EDITORS and "large" in request.GET
    try:
        if is_large:
            return _picture(with_masks(folder, name, boxes))
        return _picture(stripped(read_file(folder / MEDIA, name)))
    except NoPicture as why:
        raise Http404 from why


def _picture(picture: Picture) -> HttpResponse:
    answer = HttpResponse(picture.data, content_type=_TYPES[picture.suffix])
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Disposition"] = "inline"
    return answer


def _asked_boxes(request: HttpRequest) -> Iterable[Box]:
    """Boxes an address names as four numbers in thousandths; what is none is nobody's box."""
    for text in request.GET.getlist("box")[:ROWS]:
        sides = [int(one) for one in text.split(",") if one.isascii() and one.isdigit()]
        if len(sides) == len(SIDES) and max(sides) <= 1000:
            yield Box(*sides)


def mask(request: Request, slug: str, claim: str) -> HttpResponse:
    """Say where faces are; look at it; keep it so."""
    visit = request.visit
    _photo_for(request, slug, claim)
    if visit.snapshot.in_force.about(Verb.REJECT, claim):
        raise Http404
    form = MaskForm(request.POST or None, wording=visit.wording, today=visit.today)
    is_sent = request.method == "POST" and form.is_valid()
    if is_sent and "keep" in request.POST:
        covers = bool(form.cleaned_data["covers"])
        writes.mask(ClaimId(claim), form.boxes, visit, covers=covers)
        messages.info(request, visit.wording.gettext("Masked. What was there before is gone."))
        return redirect("photos", slug)
    boxes = form.boxes if is_sent else ()
    shown = "".join(f"&box={b.left},{b.top},{b.width},{b.height}" for b in boxes)
    return page(
        request, "photos/mask.html", status=422 if form.errors else 200, form=form, slug=slug,
        claim=claim, name=visit.reader.name(person_for(request, slug)), rows=range(ROWS),
        sides=_sides(request), boxes=shown, is_looked_at=bool(boxes),
    )  # fmt: skip


def _sides(request: Request) -> list[tuple[str, str]]:
    gettext = request.visit.wording.gettext
    words = (gettext("From the left"), gettext("From the top"), gettext("Width"), gettext("Height"))
    return list(zip(SIDES, words, strict=True))
