"""The parcels of one person, and the slots that are free for everybody."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from khronika.desk.logbook.handing import handed_out
from khronika.desk.logbook.parcels import board, partner, reads, writes
from khronika.desk.logbook.parcels.forms import GIVEN_UP, ConditionsForm, MoveForm, ReserveForm
from khronika.desk.logbook.parcels.models import Parcel
from khronika.desk.pages import page
from khronika.desk.people.found import person_for
from khronika.desk.visit import Request
from khronika.solidarity.parcels import Conditions, parcel_quota


def parcels(request: Request, slug: str) -> HttpResponse:
    """What may be sent, what is taken; and: this slot is mine."""
    visit, found = request.visit, person_for(request, slug)
    dossier = visit.snapshot.people[found]
    if request.method == "POST":
        return _reserve(request, slug)
    asked = ConditionsForm(request.GET, wording=visit.wording, today=visit.today)
    conditions = asked.chosen if asked.is_valid() else Conditions.ORDINARY
    return page(
        request,
        "logbook/parcels/parcels.html",
        slug=slug,
        name=visit.reader.name(found),
        parcels=reads.parcels_to(dossier, visit, conditions),
        conditions=conditions.value,
    )


def _reserve(request: Request, slug: str) -> HttpResponse:
    visit = request.visit
    dossier = visit.snapshot.people[person_for(request, slug)]
    form = ReserveForm(request.POST, wording=visit.wording, today=visit.today)
    if not form.is_valid():
        messages.info(request, visit.wording.gettext("Choose one."))
        return redirect("parcels", slug)
    try:
        writes.reserve(
            dossier, form.text("way"), form.cleaned_data["slot"], visit,
            conditions=form.chosen, partner=form.text("partner"),
        )  # fmt: skip
        said = visit.wording.gettext("Reserved. Nobody else can take this slot.")
    except writes.SlotTaken as why:
        said = visit.wording.gettext(str(why))
    messages.info(request, said)
    return redirect(f"{reverse('parcels', args=[slug])}?conditions={form.chosen.value}")


def move(request: Request, slug: str, number: int) -> HttpResponse:
    """It went, arrived, came back, or nobody sends it after all."""
    visit, found = request.visit, person_for(request, slug)
    dossier = visit.snapshot.people[found]
    parcel = Parcel.objects.filter(pk=number, person__in=dossier.joined).first()
    form = MoveForm(request.POST, wording=visit.wording, today=visit.today)
    if parcel is None or "state" in form.errors:
        raise Http404
    if not form.is_valid():
        messages.info(request, str(next(iter(form.errors.values()))[0]))
        return redirect("parcels", slug)
    state, weight = form.text("state"), form.cleaned_data["kilograms"]
    writes.move(parcel, state, on=form.day_said, kilograms=weight)
    quota = parcel_quota(reads.regime_of(dossier), writes.kind_of(parcel.way), on=visit.today)
    if state == GIVEN_UP:
        said = visit.wording.gettext("The slot is free again.")
    elif weight and quota and quota.kilograms and weight > quota.kilograms:
        said = visit.wording.gettext("Noted. It is heavier than the rule allows.")
    else:
        said = visit.wording.gettext("Noted.")
    messages.info(request, said)
    return redirect("parcels", slug)


def slots(request: Request) -> HttpResponse:
    """Who can be sent something now, and what is on its way."""
    return page(request, "logbook/parcels/slots.html", board=board.board(request.visit))


def slots_file(request: Request) -> HttpResponse:
    """The free slots, as a table that partner groups may have."""
    return handed_out(request, "free-slots.csv", partner.free_for_partners, back="slots")
