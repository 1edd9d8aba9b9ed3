"""What a visitor is told who cannot have what they asked for; it never says what there would be."""

from typing import cast

from django.http import HttpRequest, HttpResponse

from khronika.desk import clock
from khronika.desk.api import door
from khronika.desk.pages import page
from khronika.desk.said import sentence_of
from khronika.desk.visit import Request, Visit
from khronika.errors import KhronikaError
from khronika.values.language import SOURCE_LANGUAGE


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  # Django's signature
    """There is no such page, or none for this visitor: the answer is the same."""
    if door.is_api(request):
        return door.nothing_here()
    return page(_asked(request), "refusal.html", status=404, reason="not-found")


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  # Django's signature
    """The visitor may read this and not change it."""
    return page(_asked(request), "refusal.html", status=403, reason="not-allowed")


def no_such_method(request: HttpRequest, methods: list[str]) -> HttpResponse:
    """The address knows other methods only."""
    answer = page(_asked(request), "refusal.html", status=405, reason="not-found")
    answer.headers["Allow"] = ", ".join(methods)
    return answer


def read_only(request: HttpRequest) -> HttpResponse:
    """The archive is kept in files."""
    return page(_asked(request), "refusal.html", status=403, reason="read-only")


def not_done(request: HttpRequest, error: KhronikaError) -> HttpResponse:
    """Something could not be done; the sentence says why and what to do."""
    asked = _asked(request)
    why, lang = sentence_of(error, asked.visit.wording)
    return page(asked, "refusal.html", status=409, reason="not-done", why=why, lang=lang)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  # Django's signature
    """A form came without the mark its session was given."""
    return page(_asked(request), "refusal.html", status=403, reason="stale")


def locked_out(request: HttpRequest, *_args: object, **_named: object) -> HttpResponse:
    """Too many wrong passphrases."""
    return page(_asked(request), "refusal.html", status=429, reason="locked")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  # Django's signature
    """The request makes no sense, or names a host this desk does not go by."""
    return HttpResponse("400", status=400, content_type="text/plain")


def failed(request: HttpRequest) -> HttpResponse:
    """The program made a mistake; nothing of it is shown."""
    if door.is_api(request):
        return door.sentence("Something went wrong here.", status=500)
    return page(_asked(request), "refusal.html", status=500, reason="failed")


def _asked(request: HttpRequest) -> Request:
    """The request with a visit, whatever stopped it before one was made."""
    asked = cast("Request", request)
    if not hasattr(asked, "visit"):
        asked.visit = Visit(None, SOURCE_LANGUAGE, clock.now())
    return asked
