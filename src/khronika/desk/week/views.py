"""The start page."""

from django.http import HttpResponse

from khronika.desk.pages import page
from khronika.desk.visit import Request
from khronika.desk.week import reads


def week(request: Request) -> HttpResponse:
    """This week, for whoever is signed in."""
    visit = request.visit
    found = reads.week_of(visit)
    today = visit.wording.day(visit.today)
    return page(
        request, "week/week.html", week=found, today=today, is_empty=not visit.snapshot.people
    )
