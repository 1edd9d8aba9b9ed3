"""The people: lists, a page each, and what can be added and decided there."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from khronika.desk.documents.saying import has_proposals
from khronika.desk.fields import fields_of
from khronika.desk.logbook.on_person import logbook_of
from khronika.desk.pages import page
from khronika.desk.people import name_parts, past, reads, writes
from khronika.desk.people.facts import FACTS, FIRST, LAST
from khronika.desk.people.forms import (
    ConsentForm,
    FactForm,
    NewPersonForm,
    SettleForm,
)
from khronika.desk.people.found import person_for
from khronika.desk.photos import reads as photos
from khronika.desk.rules import Role
from khronika.desk.texts import reads as texts
from khronika.desk.visit import Request
from khronika.desk.waiting import reads as waits
from khronika.dossier.dossier import Dispute
from khronika.schema.claim import ClaimId
from khronika.schema.decision import Verb
from khronika.schema.kind import choices
from khronika.schema.label import choice_label
from khronika.schema.subject import SubjectId, SubjectKind, kind_of, slug_of
from khronika.schema.vocabulary import table
from khronika.values.reading import NotUnderstood, read_date
from khronika.values.sentence import N_

_UNKNOWN = N_("Nothing was known of them on that day.")
_NOTHING: dict[str, Any] = {"photos": (), "waiting": 0, "texts": (), "parts": None,
                             "logbook": None}  # fmt: skip
_NO_DAY = N_("This is no day that has been.")


def people(request: Request) -> HttpResponse:
    """Everybody, or those whom the words name."""
    visit = request.visit
    words = request.GET.get("q", "").strip()
    found = set(reads.search(visit.snapshot, words)) if words else visit.snapshot.people
    number = request.GET.get("page", "1")
    leaf = reads.leaf(
        found, visit.snapshot, visit.language, number=int(number) if number.isdecimal() else 1
    )
    return page(request, "people/people.html", words=words, leaf=leaf)


def maybe_here(request: Request) -> HttpResponse:
    """People who may be the one whose name is being typed."""
    visit = request.visit
    words = request.GET.get("name", "").strip()
    found = reads.maybe(visit.snapshot, words) if words else ()
    rows = reads.rows(found, visit.snapshot, visit.language)
    return page(request, "people/maybe-here.html", rows=rows)


def date_words(request: Request) -> HttpResponse:
    """A date that is being typed, said back in words."""
    visit = request.visit
    typed = str(next(iter(request.GET.values()), ""))
    try:
        said = read_date(typed, today=visit.today).say if typed.strip() else None
    except NotUnderstood as why:
        said = why.say
    return page(request, "people/date-words.html", said=visit.wording.say(said) if said else "")


def new_person(request: Request) -> HttpResponse:
    """Begin a person's page."""
    visit = request.visit
    form = NewPersonForm(request.POST or None, wording=visit.wording, today=visit.today)
    if request.method == "POST" and form.is_valid():
        document = writes.keep_document(form, visit)
        person = writes.begin_person(
            form.text("name"), form.happened(), document, visit, ask=form.asks
        )
        return _after(request, person, read=document)
    status = 422 if form.errors else 200
    return page(request, "people/new.html", status=status, form=form, **_choices(request))


def _after(
    request: Request,
    person: SubjectId,
    *,
    read: writes.Document | None = None,
    made: Iterable[ClaimId] = (),
) -> HttpResponse:
    """The page of whoever something was said about, or a thank-you where it waits.

    A new document that seems to say more of them comes first.
    """
    visit = request.visit.again()
    gettext = visit.wording.gettext
    shown = visit.snapshot.find(slug_of(person))
    if shown is None or not visit.snapshot.in_force.accepted.issuperset(made):
        messages.info(request, gettext("Thank you. It counts when somebody else has read it."))
        return redirect("waiting") if shown is None else redirect("person", slug_of(person))
    messages.info(request, gettext("Saved."))
    if read is not None and has_proposals(read.passage.source, shown, visit):
        return redirect("reader", slug_of(read.passage.source))
    return redirect("person", slug_of(person))


def person(request: Request, slug: str) -> HttpResponse:
    """One person's page."""
    visit = request.visit
    found, typed = person_for(request, slug), request.GET.get("known", "").strip()
    day = past.day_of(typed, visit) if typed else None
    snapshot = past.known_on(day, found, visit) if day else visit.snapshot
    then = snapshot.find(slug)
    if then is None or (typed and day is None):
        messages.info(request, visit.wording.gettext(_UNKNOWN if day else _NO_DAY))
        return redirect("person", slug)
    beside = _today(found, request) if not day else _NOTHING
    answers = beside["logbook"].answers if beside["logbook"] else ()
    shown = reads.person_page(then, snapshot, visit.language, answered=answers)
    facts = [(name, visit.wording.gettext(one.label)) for name, one in FACTS.items()]
    known = visit.wording.day(day) if day else ""
    return page(
        request, "people/person.html", person=shown, facts=facts, known=known, first=FIRST,
        **beside,
    )  # fmt: skip


def _today(person: SubjectId, request: Request) -> dict[str, Any]:
    """What the page shows beside what is known, which has no past."""
    visit = request.visit
    dossier = visit.snapshot.people[person]
    shown = {"photos": photos.shown(person, visit)}
    if visit.role is Role.SUPPORT:
        return {**_NOTHING, **shown}
    waiting = waits.waiting_about(dossier.joined, visit)
    there, parts = texts.languages(dossier, visit), name_parts.proposed(person, visit)
    return {**shown, "waiting": waiting, "texts": there, "parts": parts,
            "logbook": logbook_of(person, visit)}  # fmt: skip


def fact(request: Request, slug: str, name: str) -> HttpResponse:
    """State one thing about a person."""
    visit, found = request.visit, person_for(request, slug)
    if name not in FACTS:
        raise Http404
    form = FactForm(request.POST or None, fact=FACTS[name], wording=visit.wording,
                    today=visit.today, initial=dict(request.GET.items()))  # fmt: skip
    if request.method == "POST" and form.is_valid():
        document = writes.keep_document(form, visit)
        given = {**FACTS[name].given, **form.said}
        made = writes.state(found, [(form.fact.kind_name, given)], document, visit, ask=form.asks)
        return _after(request, found, read=document, made=made)
    status = 422 if form.errors else 200
    return page(
        request, "people/fact.html", status=status, form=form, slug=slug,
        name=visit.reader.name(found), label=visit.wording.gettext(FACTS[name].label),
        fields=fields_of(FACTS[name], visit.language), fact=name,
    )  # fmt: skip


def _choices(request: Request) -> dict[str, object]:
    visit = request.visit
    return {
        "custody": [
            (one, choice_label("custody-kind", one, visit.language))
            for one in choices()["custody-kind"]
        ],
        "facilities": [
            row.labels.in_language(visit.language) for row in table("facility").values()
        ],
        "last": [(one, visit.wording.gettext(FACTS[one].label), "") for one in LAST],
    }


def settle(request: Request, slug: str, number: int) -> HttpResponse:
    """Follow one of the values that clash, with a reason."""
    visit, found = request.visit, person_for(request, slug)
    clash = _clash(visit.snapshot.people[found].disputes, number)
    form = SettleForm(request.POST, wording=visit.wording, today=visit.today)
    chosen = [one for one in clash.values if form.is_valid() and form.text("claim") in one.claims]
    if not chosen or clash.rule is not None:
        messages.info(request, visit.wording.gettext("Choose one, and say why."))
        return redirect("person", slug)
    over = [claim for one in clash.values if one not in chosen for claim in one.claims]
    before = [one.id() for one in reads.settling(clash, visit.snapshot.in_force)]
    writes.decide(
        Verb.PREFER, [form.text("claim")], visit, reason=form.text("reason"), over=over,
        replaces=before,
    )  # fmt: skip
    messages.info(request, visit.wording.gettext("Settled. The other versions stay on record."))
    return redirect("person", slug)


def _clash(disputes: tuple[Dispute, ...], number: int) -> Dispute:
    if number >= len(disputes):
        raise Http404
    return disputes[number]


def ready(request: Request, slug: str) -> HttpResponse:
    """Somebody read the page and found it fit to publish."""
    visit, found = request.visit, person_for(request, slug)
    writes.say_ready(found, visit, reason="")
    return _after(request, found)


def consent(request: Request, slug: str) -> HttpResponse:
    """What the person answered about publication."""
    visit, found = request.visit, person_for(request, slug)
    form = ConsentForm(request.POST or None, wording=visit.wording, today=visit.today)
    if request.method == "POST" and form.is_valid():
        until = str(form.last_day) if form.last_day else ""
        writes.say_consent(
            found, form.text("state"), visit, given_by=form.text("given_by"), until=until
        )
        return _after(request, found)
    status = 422 if form.errors else 200
    name = visit.reader.name(found)
    return page(request, "people/consent.html", status=status, form=form, slug=slug, name=name)


def case(request: Request, slug: str) -> HttpResponse:
    """One case, and who is in it."""
    visit = request.visit
    found = visit.snapshot.find(slug)
    if found is None or kind_of(found) is not SubjectKind.CASE:
        raise Http404
    file = visit.snapshot.folded.cases[found]
    rows = reads.rows(file.people, visit.snapshot, visit.language)
    name = visit.reader.case_name(found)
    return page(request, "people/case.html", slug=slug, name=name, rows=rows,
                entries=reads.case_entries(found, visit.snapshot, visit.language))  # fmt: skip
