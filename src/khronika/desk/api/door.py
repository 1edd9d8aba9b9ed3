"""Lets a program in: by the token it shows in `Authorization`, and by nothing else.

Invariants:

- A cookie opens nothing here, and no page of another site may read an answer.
- Whoever has no token, or one of another scope, is told that there is nothing.
- Every answer is JSON, also every refusal: `{"error": "a sentence"}`.
"""

from collections import Counter
from datetime import datetime

from django.http import HttpRequest, HttpResponse, JsonResponse

from khronika.desk.api import tokens
from khronika.desk.api.models import Token
from khronika.desk.rules import Rule
from khronika.desk.visit import Request, Visit

PREFIX = "/api/"
MAX_BODY = 500_000  # bytes
EACH_MINUTE = 120  # requests of one token
_BEARER = "Bearer "
_ASKED: Counter[str] = Counter()
_MINUTE = [0]


def is_api(request: HttpRequest) -> bool:
    """Whether this address answers programs."""
    return request.path.startswith(PREFIX)


def sentence(said: str, *, status: int) -> HttpResponse:
    """A refusal, in a sentence."""
    return JsonResponse({"error": said}, status=status, json_dumps_params={"ensure_ascii": False})


def nothing_here() -> HttpResponse:
    """There is nothing, or nothing for this token: the answer is the same."""
    return sentence("There is nothing here, or nothing for this token.", status=404)


def enter(request: Request, rule: Rule) -> HttpResponse | None:
    """None to go on as the token, else the refusal."""
    visit = request.visit
    shown = request.headers.get("Authorization", "")
    token = (
        tokens.find(shown.removeprefix(_BEARER), today=visit.now.date())
        if shown.startswith(_BEARER)
        else None
    )
    if token is None or token.scope != rule.scope or not visit.archive.is_there:
        return nothing_here()
    if request.method not in rule.asked:
        said = f"This address takes {' and '.join(sorted(rule.asked))}."
        refusal = sentence(said, status=405)
        refusal.headers["Allow"] = ", ".join(sorted(rule.asked))
        return refusal
    refusal_ = _too_much(request, token, visit.now)
    request.visit = Visit(token.account(), visit.language, visit.now)
    return refusal_


def _too_much(request: Request, token: Token, now: datetime) -> HttpResponse | None:
    minute = int(now.timestamp() // 60)
    if _MINUTE[0] != minute:
        _ASKED.clear()
        _MINUTE[0] = minute
    _ASKED[token.hand] += 1
    if _ASKED[token.hand] > EACH_MINUTE:
        refusal = sentence(f"More than {EACH_MINUTE} requests in a minute. Wait.", status=429)
        refusal.headers["Retry-After"] = "60"
        return refusal
    if int(request.headers.get("Content-Length") or 0) > MAX_BODY:
        return sentence(f"More than {MAX_BODY:,} bytes. Send it in parts.", status=413)
    return None
