"""The one way in: who asks, whether the rules let them, and in which language they are answered.

Invariants:

- Nobody reaches a view past the rules, and an address without a rule answers nobody.
- Before the passphrase is set there is one page; where the second step is due there is no other.
"""

from collections.abc import Callable
from typing import cast

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation

from khronika.desk import clock, refusals
from khronika.desk.accounts import reads
from khronika.desk.accounts.models import Account
from khronika.desk.api import door
from khronika.desk.archive import ReadOnly
from khronika.desk.rules import RULES, Role
from khronika.desk.visit import Request, Visit
from khronika.errors import KhronikaError
from khronika.values.language import LANGUAGES, SOURCE_LANGUAGE

LANGUAGE_COOKIE = "language"
_BEFORE_SETUP = frozenset({"home", "setup", "language"})
_WITHOUT_SECOND_STEP = frozenset({"second-step", "sign-out", "language"})


class Access:
    """Makes the visit, and asks the rules before any view."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, in the visitor's language."""
        asked = cast("Request", request)
        account = _account(request)
        language = account.language if account else _language(request)
        asked.visit = Visit(account, language, clock.now())
        try:
            with translation.override(language):
                return self._get_response(request)
        finally:
            asked.visit.let_go()

    def process_exception(self, request: HttpRequest, why: Exception) -> HttpResponse | None:
        """What could not be done on purpose is said in a sentence, which is safe to show."""
        asked = cast("Request", request)
        if isinstance(why, ReadOnly):
            return refusals.read_only(asked)
        return refusals.not_done(asked, why) if isinstance(why, KhronikaError) else None

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, _kwargs: object
    ) -> HttpResponse | None:
        """None to go on to the view, else the refusal."""
        asked = cast("Request", request)
        name = request.resolver_match.url_name if request.resolver_match else None
        rule = RULES.get(name or "")
        role, method = asked.visit.role, request.method or ""
        if rule is None or not (name in _BEFORE_SETUP or asked.visit.account or reads.is_set_up()):
            return refusals.not_found(asked)
        if rule.scope:
            return door.enter(asked, rule)
        if not rule.allows(role, "GET") and not rule.allows(role, "POST"):
            return refusals.not_found(asked)
        if method not in rule.methods:
            return refusals.no_such_method(asked, sorted(rule.methods))
        if not rule.allows(role, method):
            return refusals.not_allowed(asked)
        if role is not Role.STRANGER and name not in _WITHOUT_SECOND_STEP:
            return _second_step(asked)
        return None


def _second_step(request: Request) -> HttpResponse | None:
    if not _is_verified(request) and reads.needs_second_step(request.visit.known):
        return redirect("second-step")
    return None


def _account(request: HttpRequest) -> Account | None:
    """Who is signed in, with every step that is asked of them."""
    user = request.user
    if isinstance(user, AnonymousUser) or not user.is_active:
        return None
    if not _is_verified(request) and reads.has_second_step(user):
        return None
    return user


def _is_verified(request: HttpRequest) -> bool:
    """Whether the code was given, by a device that is the account's still: asked once for each."""
    return request.user.is_verified()  # type: ignore[union-attr,no-any-return]


def _language(request: HttpRequest) -> str:
    chosen = request.COOKIES.get(LANGUAGE_COOKIE, "")
    if chosen in LANGUAGES:
        return chosen
    asked = [part.split(";")[0].strip()[:2].lower() for part in _accepted(request)]
    return next((one for one in asked if one in LANGUAGES), SOURCE_LANGUAGE)


def _accepted(request: HttpRequest) -> list[str]:
    return request.headers.get("Accept-Language", "").split(",")
