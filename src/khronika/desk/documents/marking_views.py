"""A passage is marked by hand: the words, what they say, and of whom."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from khronika.casebook.text_pages import TextPage
from khronika.desk.documents import acts, reader, typed
from khronika.desk.documents.forms import MarkForm, kinds_asked
from khronika.desk.documents.kept import Document, text_of
from khronika.desk.documents.passage import Found, find_passage
from khronika.desk.documents.reading_views import meant_by
from khronika.desk.documents.views import document_for
from khronika.desk.documents.whom import Choice, cases, whom
from khronika.desk.fields import fields_of
from khronika.desk.pages import page
from khronika.desk.visit import Request
from khronika.extraction.proposal import Proposal
from khronika.review.suggestion import Suggestion
from khronika.schema.claim import Certainty, Speaker
from khronika.schema.kind import kind
from khronika.schema.label import kind_label
from khronika.schema.subject import slug_of

BY_HAND = "hand"


def mark(request: Request, source: str, number: int) -> HttpResponse:
    """Mark words of a page, say of what kind they are, and fill its form."""
    visit, document = request.visit, document_for(request, source)
    pages = reader.pages_in(document, visit)
    sent = request.POST if request.method == "POST" else request.GET
    words, chosen = sent.get("words", "").strip(), sent.get("kind", "")
    if not 1 <= number <= len(pages):
        return redirect("reader", source)
    where = _where(request, document, pages[number - 1], words)
    if chosen not in kinds_asked() or isinstance(where, str):
        wrong = where if isinstance(where, str) and words else ""
        return _choosing(request, document, number, words=words, kind_name=chosen, wrong=wrong)
    return _filling(request, document, number, where=where, kind_name=chosen)


def _where(request: Request, document: Document, at: TextPage, words: str) -> Found | str:
    """Where the words stand, or why that is not clear."""
    gettext = request.visit.wording.gettext
    near = (request.POST if request.method == "POST" else request.GET).get("near", "")
    asked = int(near) if near.isdecimal() and len(near) < 7 else None
    found = find_passage(text_of(document, request.visit), at, words, near=asked)
    if not found:
        return gettext("These words do not stand on this page. They must be its very words.")
    if len(found) > 1:
        return gettext("These words stand here more than once. Add a few words around them.")
    return found[0]


def _choosing(  # noqa: PLR0913 - what the page shows
    request: Request, document: Document, number: int, *, words: str, kind_name: str, wrong: str
) -> HttpResponse:
    language = request.visit.language
    offered = sorted((kind_label(one, language), one) for one in kinds_asked())
    return page(
        request, "documents/mark.html", status=422 if wrong else 200, slug=document.slug,
        title=document.source.title, number=number, words=words, wrong=wrong, chosen=kind_name,
        kinds=[(one, label) for label, one in offered],
        near=request.GET.get("near", ""), back=reader.address_of(document, page=number),
    )  # fmt: skip


def _filling(
    request: Request, document: Document, number: int, *, where: Found, kind_name: str
) -> HttpResponse:
    visit = request.visit
    quote = text_of(document, visit)[where.start : where.end]
    form = MarkForm(
        request.POST or None, of=kind_name, wording=visit.wording, today=visit.today,
        initial={"words": quote, "near": request.GET.get("near", ""),
                 "speaker": Speaker.REPORTER.value, "certainty": Certainty.STATED.value},
    )  # fmt: skip
    people = _people(request, document, where, form.data.get("name", ""))
    if request.method == "POST" and form.is_valid():
        answer = _recorded(request, document, form, where=where, quote=quote)
        if answer:
            return answer
    status = 422 if form.errors else 200
    return page(
        request, "documents/fill.html", status=status, slug=document.slug, number=number,
        title=document.source.title, form=form, quote=quote,
        kind=kind_label(kind_name, visit.language), kind_name=kind_name,
        fields=fields_of(form.fact, visit.language),
        people=people, cases=cases(visit), is_of_case="case" in kind(kind_name).about,
        speakers=typed.speakers(visit), certainties=typed.certainties(visit),
        back=reader.address_of(document, page=number),
    )  # fmt: skip


def _recorded(
    request: Request, document: Document, form: MarkForm, *, where: Found, quote: str
) -> HttpResponse | None:
    visit = request.visit
    meant = meant_by(form, request)
    if meant is None:
        return None
    proposal = Proposal(
        person=_called(meant, request),
        kind=form.fact.kind_name,
        fields=form.said,
        quote=quote,
        start=where.start,
        end=where.end,
        speaker=Speaker(form.text("speaker") or Speaker.REPORTER.value),
        certainty=Certainty(form.text("certainty") or Certainty.STATED.value),
        confidence=1.0,
        lang=document.source.lang,
    )
    made = Suggestion(proposal, document.source.id, document.text, BY_HAND)
    why = acts.take(made, meant, document, visit)
    said = visit.wording.gettext("Accepted: {what}.")
    what = f"{kind_label(proposal.kind, visit.language)}, {proposal.person}"
    messages.info(request, said.format(what=what))
    if why:
        messages.info(request, visit.wording.say(why))
    return redirect(reader.address_of(document, at=made.id()))


def _called(meant: acts.Meant, request: Request) -> str:
    subject, snapshot = meant.subject, request.visit.snapshot
    if subject is None:
        return meant.name
    if subject in snapshot.people:
        return request.visit.reader.name(subject)
    if subject in snapshot.folded.cases:
        return request.visit.reader.case_name(subject)
    return slug_of(subject)


def _people(request: Request, document: Document, where: Found, name: str) -> list[Choice]:
    """Those the page speaks of near the words, then those a typed name could mean."""
    visit, found = request.visit, dict[str, Choice]()
    told = reader.suggestions_of(document, visit)
    near = sorted(told, key=lambda one: abs(one.proposal.start - where.start))[:20]
    names = list(dict.fromkeys(one.proposal.person for one in near))[:6]
    for one in [*([name] if name else []), *names]:
        for choice in whom(one, visit, told=told).choices[:-1]:
            found.setdefault(choice.value, choice)
    return list(found.values())
