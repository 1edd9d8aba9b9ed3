"""The logbook's own page: its parts, and what in each asks for somebody."""

from django.http import HttpResponse

from khronika.desk.logbook import reads
from khronika.desk.pages import page
from khronika.desk.visit import Request


def logbook(request: Request) -> HttpResponse:
    """Every part, with how much in it waits."""
    return page(request, "logbook/logbook.html", waiting=reads.waiting(request.visit))
