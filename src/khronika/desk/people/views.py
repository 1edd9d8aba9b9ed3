"""The people: lists, a page each, and what can be added and decided there."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from khronika.desk.documents.reads import has_proposals
from khronika.desk.pages import page
from khronika.desk.people import reads, writes
from khronika.desk.people.facts import FACTS, LAST
from khronika.desk.people.forms import (
    ConsentForm,
    FactForm,
    NewPersonForm,
    PairForm,
    ReasonForm,
    SettleForm,
)
from khronika.desk.visit import Request
from khronika.dossier.dossier import Dispute
from khronika.schema.decision import Verb
from khronika.schema.kind import FieldSpec, choices
from khronika.schema.label import choice_label, field_label, kind_label
from khronika.schema.subject import SubjectId, SubjectKind, kind_of, slug_of
from khronika.schema.vocabulary import table
from khronika.values.reading import NotUnderstood, read_date


def person_for(request: Request, slug: str) -> SubjectId:
    """The person of this slug, if this visitor may see them; else there is none."""
    found = request.visit.snapshot.find(slug)
    if found is None or kind_of(found) is not SubjectKind.PERSON:
        raise Http404
    return found


def people(request: Request) -> HttpResponse:
    """Everybody, or those whom the words name."""
    visit = request.visit
    words = request.GET.get("q", "").strip()
    found = reads.search(visit.snapshot, words) if words else visit.snapshot.people
    rows = reads.rows(found, visit.snapshot, visit.language)
    return page(request, "people/people.html", words=words, rows=rows)


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
        person = writes.begin_person(form.text("name"), form.happened(), document, visit)
        return _after(request, person, read=document)
    status = 422 if form.errors else 200
    return page(request, "people/new.html", status=status, form=form, **_choices(request))


def _after(
    request: Request, person: SubjectId, *, read: writes.Document | None = None
) -> HttpResponse:
    """The page of whoever something was said about, or a thank-you where it waits.

    A new document that seems to say more of them comes first.
    """
    visit = request.visit.again()
    gettext = visit.wording.gettext
    shown = visit.snapshot.find(slug_of(person))
    if shown is None:
        messages.info(request, gettext("Thank you. An editor will look at it."))
        return redirect("people")
    messages.info(request, gettext("Saved."))
    if read is not None and has_proposals(read.passage.source, shown, visit):
        return redirect("document", slug_of(person), slug_of(read.passage.source))
    return redirect("person", slug_of(person))


def person(request: Request, slug: str) -> HttpResponse:
    """One person's page."""
    visit = request.visit
    found = person_for(request, slug)
    shown = reads.person_page(found, visit.snapshot, visit.language)
    facts = [(name, visit.wording.gettext(one.label)) for name, one in FACTS.items()]
    return page(request, "people/person.html", person=shown, facts=facts)


def fact(request: Request, slug: str, name: str) -> HttpResponse:
    """State one thing about a person."""
    visit, found = request.visit, person_for(request, slug)
    if name not in FACTS:
        raise Http404
    form = FactForm(request.POST or None, fact=FACTS[name], wording=visit.wording,
                    today=visit.today)  # fmt: skip
    if request.method == "POST" and form.is_valid():
        document = writes.keep_document(form, visit)
        given = {**FACTS[name].given, **form.said}
        writes.state(found, [(form.fact.kind_name, given)], document, visit)
        return _after(request, found, read=document)
    status = 422 if form.errors else 200
    return page(
        request, "people/fact.html", status=status, form=form, slug=slug,
        name=visit.reader.name(found), label=visit.wording.gettext(FACTS[name].label),
        fields=_fields(request, name), fact=name,
    )  # fmt: skip


def _fields(request: Request, name: str) -> list[tuple[str, str, str, list[tuple[str, str]]]]:
    """For each field: its name in the form, its label, how it is asked, and its choices."""
    language = request.visit.language
    spec = FACTS[name].kind
    return [
        (
            f"fact-{one}",
            field_label(spec.name, one, language),
            spec.field(one).type,
            _options(spec.field(one), language),
        )
        for one in FACTS[name].fields
    ]


def _options(spec: FieldSpec, language: str) -> list[tuple[str, str]]:
    if spec.type == "choice":
        return [(one, choice_label(spec.of, one, language)) for one in choices()[spec.of]]
    if spec.type == "key":
        return [(one, row.labels.in_language(language)) for one, row in table(spec.of).items()]
    return []


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
    writes.decide(Verb.PREFER, [form.text("claim")], visit, reason=form.text("reason"), over=over)
    messages.info(request, visit.wording.gettext("Settled. The other versions stay on record."))
    return redirect("person", slug)


def _clash(disputes: tuple[Dispute, ...], number: int) -> Dispute:
    if number >= len(disputes):
        raise Http404
    return disputes[number]


def pair(request: Request, slug: str) -> HttpResponse:
    """Say that somebody else here is the same person, or is not."""
    visit, found = request.visit, person_for(request, slug)
    form = PairForm(request.POST, wording=visit.wording, today=visit.today)
    other = visit.snapshot.find(form.text("other")) if form.is_valid() else None
    if other is None or other == found or kind_of(other) is not SubjectKind.PERSON:
        raise Http404
    answer = Verb(form.text("answer"))
    writes.say_same((found, other), answer, visit, reason=form.text("reason"))
    return _after(request, min(found, other))


def apart(request: Request, slug: str) -> HttpResponse:
    """Undo that several were called one person."""
    visit, found = request.visit, person_for(request, slug)
    form = ReasonForm(request.POST, wording=visit.wording, today=visit.today)
    reason = form.text("reason") if form.is_valid() else ""
    writes.take_apart(visit.snapshot.people[found].joined, visit, reason=reason)
    return _after(request, found)


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


def history(request: Request, slug: str) -> HttpResponse:
    """Who put what into the record about this person, and when."""
    visit, found = request.visit, person_for(request, slug)
    rows = [
        (at[:10], by, kind_label(kind, visit.language), claim in visit.snapshot.in_force.accepted)
        for at, by, kind, claim in reads.history(found, visit.snapshot)
    ]
    name = visit.reader.name(found)
    return page(request, "people/history.html", rows=rows, slug=slug, name=name)


def case(request: Request, slug: str) -> HttpResponse:
    """One case, and who is in it."""
    visit = request.visit
    found = visit.snapshot.find(slug)
    if found is None or kind_of(found) is not SubjectKind.CASE:
        raise Http404
    file = visit.snapshot.folded.cases[found]
    rows = reads.rows(file.people, visit.snapshot, visit.language)
    return page(request, "people/case.html", name=visit.reader.case_name(found), rows=rows,
                entries=reads.case_entries(found, visit.snapshot, visit.language))  # fmt: skip
