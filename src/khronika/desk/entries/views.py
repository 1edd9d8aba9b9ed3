"""An entry with its history, and what can be decided about it and its statements."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from khronika.desk.entries import history as told
from khronika.desk.entries import reads, writes
from khronika.desk.entries.forms import CorrectForm, LevelForm, WhyForm
from khronika.desk.entries.found import claim_for, decision_for, dossier_for, entry_for
from khronika.desk.fields import fields_of
from khronika.desk.pages import page
from khronika.desk.people.found import person_for
from khronika.desk.people.writes import record_decisions
from khronika.desk.second import is_alone
from khronika.desk.statement import LEVELS, statements_of
from khronika.desk.visit import Request
from khronika.desk.waiting import asked
from khronika.dossier.dossier import Dossier
from khronika.dossier.entry import Entry
from khronika.ledger.in_force import InForce
from khronika.schema.claim import ClaimId
from khronika.schema.decision import Decision
from khronika.schema.label import kind_label
from khronika.schema.subject import slug_of
from khronika.schema.visibility import Use, Visibility
from khronika.values.sentence import N_

_CORRECTED = N_("Corrected.")
_TO_BE_READ = N_("Corrected. It counts when somebody else has read it.")


def _name(request: Request, dossier: Dossier) -> dict[str, Any]:
    return {"name": request.visit.reader.name(dossier.person), "slug": slug_of(dossier.person)}


def _why(request: Request) -> WhyForm:
    visit = request.visit
    return WhyForm(request.POST or None, wording=visit.wording, today=visit.today)


def history(request: Request, slug: str) -> HttpResponse:
    """Who stated and decided what about this person, and when."""
    dossier = dossier_for(request, slug)
    steps = told.of_person(dossier.joined, request.visit)
    return page(request, "entries/history.html", steps=steps, **_name(request, dossier))


def entry(request: Request, slug: str, entry: str) -> HttpResponse:
    """One event or trait: what is said of it, and all that happened to it."""
    visit, (dossier, found) = request.visit, entry_for(request, slug, entry)
    return page(
        request, "entries/entry.html", entry=reads.entry_page(found, dossier, visit),
        steps=told.of_claims(found.claims, visit), **_name(request, dossier),
    )  # fmt: skip


def statement(request: Request, slug: str, claim: str) -> HttpResponse:
    """One statement, and what can be done about it."""
    return _statement(request, slug, claim)


def _statement(request: Request, slug: str, claim: str, *, form: WhyForm | None = None,
               status: int = 200) -> HttpResponse:  # fmt: skip
    visit, (dossier, one, _) = request.visit, claim_for(request, slug, claim)
    levels = [(level.value, visit.wording.gettext(text), "") for level, text in LEVELS.items()]
    shift = reads.shift(writes.rejection(one, visit, reason=""), [dossier.person], visit)
    entry = next((row.key for row in dossier.entries if one in row.claims), "")
    form = form or LevelForm(wording=visit.wording, today=visit.today)
    return page(
        request, "entries/statement.html", status=status, shift=shift, entry=entry,
        one=statements_of([one], visit)[0], levels=levels, form=form, alone=is_alone(visit),
        steps=told.of_claims([one], visit), asked=asked.about(one),
        may_restore=reads.may_restore(one, visit),
        waits=reads.waits(one, visit), **_name(request, dossier),
    )  # fmt: skip


def reject(request: Request, slug: str, claim: str) -> HttpResponse:
    """It does not count, and why."""
    visit, (_, one, _claim) = request.visit, claim_for(request, slug, claim)
    form = _why(request)
    if not form.is_valid():
        return _statement(request, slug, claim, form=form, status=422)
    record_decisions(writes.rejection(one, visit, reason=form.text("reason")), visit)
    messages.info(request, visit.wording.gettext("It does not count any more. It stays on record."))
    return redirect("statement", slug, claim)


def restore(request: Request, slug: str, claim: str) -> HttpResponse:
    """It counts again, and why; what never counted waits for somebody else's yes."""
    visit, (_, one, _claim) = request.visit, claim_for(request, slug, claim)
    if not reads.may_restore(one, visit):
        raise Http404
    form = _why(request)
    if not form.is_valid():
        return _statement(request, slug, claim, form=form, status=422)
    writes.restore(one, visit, reason=form.text("reason"))
    messages.info(request, visit.wording.gettext("It counts again."))
    return redirect("statement", slug, claim)


def level(request: Request, slug: str, claim: str) -> HttpResponse:
    """How far it may go, and why; who unseals alone asks somebody else."""
    visit, (_, one, _claim) = request.visit, claim_for(request, slug, claim)
    _must_count(request, one)
    form = LevelForm(request.POST, wording=visit.wording, today=visit.today)
    if not form.is_valid():
        return _statement(request, slug, claim, form=form, status=422)
    wanted, reason = Visibility(form.text("level")), form.text("reason")
    if asked.has_to_be_asked(one, wanted, visit, by_choice=bool(form.cleaned_data["ask"])):
        asked.ask_to_open(one, wanted, visit, reason=reason)
        said = visit.wording.gettext("Asked. It holds when somebody else has said yes.")
    else:
        reason = asked.why_alone(one, wanted, visit, reason=reason)
        record_decisions(writes.leveled(one, wanted, visit, reason=reason), visit)
        said = _how_far(visit.again().snapshot.in_force, one, wanted, request)
    messages.info(request, said)
    return redirect("statement", slug, claim)


def _must_count(request: Request, one: ClaimId) -> None:
    """What waits is read by somebody else, who says yes or no and changes nothing."""
    if one not in request.visit.snapshot.in_force.accepted:
        raise Http404


def _how_far(in_force: InForce, one: ClaimId, wanted: Visibility, request: Request) -> str:
    """Noted; and where its document or its nature hold it back all the same, that they do."""
    gettext = request.visit.wording.gettext
    if in_force.claim_level(one, Use.PUBLIC) is wanted:
        return gettext("Noted.")
    return gettext("Noted. Its document or what it says keeps it back all the same.")


def correct(request: Request, slug: str, claim: str) -> HttpResponse:
    """The same words read anew: another statement in the place of this one."""
    visit, (dossier, one, found) = request.visit, claim_for(request, slug, claim)
    _must_count(request, one)
    fact = reads.correctable(found, kind_label(found.kind, visit.language))
    form = CorrectForm(
        request.POST or None, fact=fact, was=found.fields, wording=visit.wording,
        today=visit.today, shown=reads.as_typed(found, fact, visit),
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        made = writes.corrected(one, form.said, visit, reason=form.text("reason"))
        is_counted = made in visit.again().snapshot.in_force.accepted
        messages.info(request, visit.wording.gettext(_CORRECTED if is_counted else _TO_BE_READ))
        return redirect("statement", slug, made)
    return page(
        request, "entries/correct.html", status=422 if form.errors else 200, form=form,
        one=statements_of([one], visit)[0], fields=fields_of(fact, visit.language),
        **_name(request, dossier),
    )  # fmt: skip


def merge(request: Request, slug: str, entry: str) -> HttpResponse:
    """This and another entry are one event: what it changes, then why."""
    dossier, found = entry_for(request, slug, entry)
    named = request.POST.get("other") or request.GET.get("other", "")
    other = reads.find_entry(dossier, named)
    if other is None or other.kind != found.kind or other is found:
        raise Http404
    claims = (*found.claims, *other.claims)
    decisions = writes.merging(claims, request.visit, reason=_reason(request))
    return _regroup(request, (dossier, found), decisions, extra=[("other", other.key)])


def split(request: Request, slug: str, entry: str) -> HttpResponse:
    """Some statements are about another event: what it changes, then why."""
    dossier, found = entry_for(request, slug, entry)
    named = request.POST.getlist("claim") or request.GET.getlist("claim")
    claims = [one for one in found.claims if one in named]
    if not claims or len(claims) != len(set(named)):
        messages.info(request, request.visit.wording.gettext("Tick what is about another event."))
        return redirect("entry", slug, entry)
    decisions = writes.splitting(claims, request.visit, reason=_reason(request))
    return _regroup(request, (dossier, found), decisions, extra=[("claim", one) for one in claims])


def _reason(request: Request) -> str:
    form = _why(request)
    return form.text("reason") if form.is_valid() else ""


def _regroup(
    request: Request,
    of: tuple[Dossier, Entry],
    decisions: Sequence[Decision],
    *,
    extra: list[tuple[str, str]],
) -> HttpResponse:
    """Show what the decisions change, and record them once somebody says why."""
    visit, (dossier, found), form = request.visit, of, _why(request)
    if request.method == "POST" and form.is_valid():
        record_decisions(decisions, visit)
        messages.info(request, visit.wording.gettext("Noted. It can be taken back."))
        return redirect("person", slug_of(dossier.person))
    here = request.resolver_match.url_name if request.resolver_match else ""
    return page(
        request, "entries/regroup.html", status=422 if form.errors else 200, form=form,
        extra=extra, verb=here, entry=reads.entry_page(found, dossier, visit),
        shift=reads.shift(decisions, [dossier.person], visit), **_name(request, dossier),
    )  # fmt: skip


def undo(request: Request, slug: str, decision: str) -> HttpResponse:
    """Take a decision back: nothing holds in its place."""
    visit, (_, found) = request.visit, decision_for(request, slug, decision)
    form = _why(request)
    if not form.is_valid():
        messages.info(request, visit.wording.gettext("Say why."))
    else:
        record_decisions(writes.taken_back(found, visit, reason=form.text("reason")), visit)
        messages.info(request, visit.wording.gettext("Taken back. It stays on record."))
    entries = visit.again().snapshot.people[person_for(request, slug)].entries
    named = {*found.targets, *found.over}
    back = next((row.key for row in entries if not named.isdisjoint(row.claims)), "")
    return redirect("entry", slug, back) if back else redirect("person", slug)
