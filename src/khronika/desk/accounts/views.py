"""The door: passphrase, code, sessions, and letting others in."""

import segno
from django.contrib import messages
from django.contrib.auth import authenticate, logout
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django_otp import match_token
from django_otp.plugins.otp_totp.models import TOTPDevice

from khronika.desk.access import LANGUAGE_COOKIE
from khronika.desk.accounts import reads, writes
from khronika.desk.accounts.forms import (
    AdmitForm,
    ChangePassphraseForm,
    CodeForm,
    SignInForm,
)
from khronika.desk.accounts.models import Account
from khronika.desk.pages import page
from khronika.desk.rules import Role
from khronika.desk.visit import Request
from khronika.schema.subject import slug_of
from khronika.values.language import LANGUAGES

_PENDING = "pending"  # in the session: whose passphrase was right and whose code is still asked for
_A_YEAR = 365 * 24 * 60 * 60


def language(request: Request) -> HttpResponse:
    """Answer this visitor in another language from now on."""
    chosen = request.POST.get("language", "")
    back = request.POST.get("back", "/")
    is_ours = url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith("/")
    answer = redirect(back if is_ours else "/")
    if chosen in LANGUAGES:
        answer.set_cookie(LANGUAGE_COOKIE, chosen, max_age=_A_YEAR, samesite="Lax", httponly=True)
        if request.visit.account:
            writes.set_language(request.visit.account, chosen)
    return answer


def sign_in(request: Request) -> HttpResponse:
    """The passphrase; then the code, where one is asked."""
    visit = request.visit
    form = SignInForm(request.POST or None, wording=visit.wording, today=visit.today)
    if request.method != "POST" or not form.is_valid():
        return sign_in_page(request, form)
    name = form.text("name") or reads.only_name()
    passphrase = form.cleaned_data["passphrase"]
    account = authenticate(request, username=name, password=passphrase)
    if getattr(request, "axes_locked_out", False):
        return page(request, "refusal.html", status=429, reason="locked")
    if not isinstance(account, Account):
        form.add_error("passphrase", visit.wording.gettext("This is not right."))
        return sign_in_page(request, form)
    if reads.has_second_step(account):
        request.session[_PENDING] = account.pk
        return redirect("code")
    writes.let_in(request, account)
    return redirect("home")


def sign_in_page(request: Request, form: SignInForm | None = None) -> HttpResponse:
    """The page that asks for a passphrase."""
    visit = request.visit
    form = form or SignInForm(wording=visit.wording, today=visit.today)
    status = 422 if form.errors else 200
    asks_name = not reads.is_alone()
    return page(request, "accounts/sign-in.html", status=status, form=form, asks_name=asks_name)


def code(request: Request) -> HttpResponse:
    """The code of the second step."""
    account = Account.objects.filter(
        pk=int(request.session.get(_PENDING, 0)), is_active=True
    ).first()
    if account is None:
        return redirect("sign-in")
    visit = request.visit
    form = CodeForm(request.POST or None, wording=visit.wording, today=visit.today)
    if request.method == "POST" and form.is_valid():
        device = match_token(account, form.text("code").replace(" ", ""))
        if device is not None:
            del request.session[_PENDING]
            writes.let_in(request, account, device)
            return redirect("home")
        form.add_error("code", visit.wording.gettext("This code is not right, or was used."))
    status = 422 if form.errors else 200
    return page(request, "accounts/code.html", status=status, form=form)


def sign_out(request: Request) -> HttpResponse:
    """Leave."""
    writes.leave(request.session.session_key or "")
    logout(request)
    return redirect("home")


def account(request: Request) -> HttpResponse:
    """One's own account: sessions, second step."""
    known = request.visit.known
    return page(
        request,
        "accounts/account.html",
        account=known,
        seats=[
            (one.pk, one.browser, request.visit.wording.day(one.since.date()),
             one.session_key == request.session.session_key)
            for one in reads.seats_of(known)
        ],
        has_second_step=reads.has_second_step(known),
        codes_left=reads.codes_left(known),
    )  # fmt: skip


def passphrase(request: Request) -> HttpResponse:
    """Change one's passphrase; every other session of the account ends."""
    visit = request.visit
    form = ChangePassphraseForm(request.POST or None, wording=visit.wording, today=visit.today)
    if request.method == "POST" and form.is_valid():
        if is_own_passphrase(request, form.cleaned_data["old"]):
            writes.change_passphrase(visit.known, form.cleaned_data["passphrase"])
            writes.end_seats(visit.known)
            logout(request)
            messages.info(request, visit.wording.gettext("Sign in with the new passphrase."))
            return redirect("home")
        form.add_error("old", visit.wording.gettext("This is not right."))
    status = 422 if form.errors else 200
    return page(request, "accounts/passphrase.html", status=status, form=form)


def is_own_passphrase(request: Request, typed: str) -> bool:
    """Whether somebody who is signed in typed their own passphrase.

    A wrong one counts like one at the door: whoever sits at somebody's browser cannot go on trying.
    """
    known = request.visit.known
    return authenticate(request, username=known.name, password=typed) == known


def second_step(request: Request) -> HttpResponse:
    """Set up the code app, and show the recovery codes once."""
    visit = request.visit
    device = writes.begin_app(visit.known)
    form = CodeForm(request.POST or None, wording=visit.wording, today=visit.today)
    if request.method == "POST" and form.is_valid():
        if device.verify_token(form.text("code").replace(" ", "")):
            codes = writes.confirm_app(visit.known, device)
            writes.end_seats(visit.known, but=request.session.session_key or "")
            writes.let_in(request, visit.known, device)
            return page(request, "accounts/recovery-codes.html", codes=codes)
        form.add_error("code", visit.wording.gettext("This code is not right, or was used."))
    status = 422 if form.errors else 200
    return page(request, "accounts/second-step.html", status=status, form=form, **_shown(device))


def _shown(device: TOTPDevice) -> dict[str, str]:
    """The secret as a picture to scan and as letters to type."""
    address = str(device.config_url)
    picture = segno.make(address).svg_data_uri(scale=5, border=3, dark="#000", light="#fff")
    secret = address.partition("secret=")[2].partition("&")[0]
    return {"picture": str(picture), "secret": " ".join(_fours(secret)), "address": address}


def _fours(text: str) -> list[str]:
    return [text[start : start + 4] for start in range(0, len(text), 4)]


def end_session(request: Request, seat: int) -> HttpResponse:
    """End one of one's own sessions."""
    writes.end_seat(request.visit.known, seat)
    return redirect("account")


def accounts(request: Request) -> HttpResponse:
    """Who may come in; let somebody in."""
    visit = request.visit
    form = AdmitForm(request.POST or None, wording=visit.wording, today=visit.today)
    if request.method == "POST" and form.is_valid() and _may_admit(request, form):
        writes.admit(
            visit.known,
            form.text("name"),
            form.cleaned_data["passphrase"],
            role=Role(form.text("role")),
            case=_case_id(request, form),
            language=visit.language,
        )
        return redirect("accounts")
    status = 422 if form.errors else 200
    return page(
        request,
        "accounts/accounts.html",
        status=status,
        form=form,
        everybody=reads.everybody(),
        has_second_step=reads.has_second_step(visit.known),
        cases=_cases(request),
    )


def _may_admit(request: Request, form: AdmitForm) -> bool:
    gettext = request.visit.wording.gettext
    if not reads.has_second_step(request.visit.known):
        form.add_error("own", gettext("Set up your own second step first."))
    elif not is_own_passphrase(request, form.cleaned_data["own"]):
        form.add_error("own", gettext("This is not right."))
    elif form.text("role") == Role.SUPPORT and not _case_id(request, form):
        form.add_error("case", gettext("Choose the case this group is about."))
    return not form.errors


def _case_id(request: Request, form: AdmitForm) -> str:
    chosen = form.text("case")
    known = {slug_of(one): str(one) for one in request.visit.snapshot.folded.cases}
    return known.get(chosen, "") if form.text("role") == Role.SUPPORT else ""


def _cases(request: Request) -> list[tuple[str, str]]:
    names = request.visit.reader.case_names
    return [(slug_of(one), name) for one, name in names.items()]


def end_access(request: Request, number: int) -> HttpResponse:
    """End somebody's access at once."""
    leaver = Account.objects.filter(pk=number).first()
    if leaver is None or leaver.pk == request.visit.known.pk:
        raise Http404
    writes.end_access(leaver)
    return redirect("accounts")
