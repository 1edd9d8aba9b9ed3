"""The first hours: begin the clock, tick what is done, end it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from khronika.desk.logbook.detained import reads
from khronika.desk.logbook.detained.forms import BeginForm, TickForm
from khronika.desk.logbook.detained.models import Detention, Tick
from khronika.desk.pages import page
from khronika.desk.people.found import person_for
from khronika.desk.visit import Request


def detained(request: Request) -> HttpResponse:
    """Everybody who is detained now."""
    return page(request, "logbook/detained/detained.html", running=reads.running(request.visit))


def detention(request: Request, slug: str) -> HttpResponse:
    """The clock and the checklist of one person; or: since when are they held?"""
    visit, found = request.visit, person_for(request, slug)
    running = reads.running_for(visit.snapshot.people[found], visit)
    form = BeginForm(request.POST or None, wording=visit.wording, today=visit.today)
    form.at(reads.zone_of(visit), visit.now)
    if request.method == "POST" and running is None and form.is_valid() and form.since:
        Detention.objects.create(
            person=found, since=form.since, day=form.since.date(), ground=form.text("ground")
        )
        return redirect("detention", slug)
    return page(
        request, "logbook/detained/detention.html", status=422 if form.errors else 200, form=form,
        slug=slug, name=visit.reader.name(found),
        clock=reads.clock_of(running, visit) if running else None,
    )  # fmt: skip


def tick(request: Request, slug: str) -> HttpResponse:
    """A step is done; once more takes it back."""
    visit, running = request.visit, _running(request, slug)
    form = TickForm(request.POST, wording=visit.wording, today=visit.today)
    form.at(reads.zone_of(visit), visit.now)
    if form.is_valid():
        undone, _ = Tick.objects.filter(detention=running, step=form.text("step")).delete()
        if not undone:
            Tick.objects.create(
                detention=running, step=form.text("step"), at=form.done, day=form.done.date()
            )
    else:
        messages.info(request, visit.wording.gettext("Write the hour as 14:30."))
    return redirect("detention", slug)


def detention_over(request: Request, slug: str) -> HttpResponse:
    """The clock stops: free, or a court decided."""
    running = _running(request, slug)
    running.over = request.visit.today
    running.save()
    said = request.visit.wording.gettext("Stopped. Note on the page what became of it.")
    messages.info(request, said)
    return redirect("person", slug)


def _running(request: Request, slug: str) -> Detention:
    visit = request.visit
    found = reads.running_for(visit.snapshot.people[person_for(request, slug)], visit)
    if found is None:
        raise Http404
    return found
