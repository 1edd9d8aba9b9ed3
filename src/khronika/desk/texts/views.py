"""The texts about a person: what there is, writing one, translating one."""

from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from khronika.casebook.manuscript_writing import ChangedMeanwhile, Draft
from khronika.desk.entries.found import dossier_for
from khronika.desk.pages import LANGUAGE_NAMES, page
from khronika.desk.second import is_alone
from khronika.desk.texts import reads, writes
from khronika.desk.texts.forms import TextForm, TranslationForm
from khronika.desk.visit import Request
from khronika.schema.visibility import Visibility
from khronika.values.language import LANGUAGES
from khronika.values.sentence import N_

_CHANGED = N_(
    "Somebody else changed this text meanwhile. Copy what you wrote, load the page again, and put "
    "your words in."
)


def texts(request: Request, slug: str) -> HttpResponse:
    """Every text about the person, to read."""
    visit, dossier = request.visit, dossier_for(request, slug)
    return page(
        request, "texts/texts.html", texts=reads.texts(dossier, visit), slug=slug,
        name=visit.reader.name(dossier.person),
    )  # fmt: skip


def text(request: Request, slug: str, lang: str) -> HttpResponse:
    """Write the text in one language."""
    visit, dossier = request.visit, dossier_for(request, slug)
    _known(lang)
    there = reads.manuscripts(dossier, visit).get(lang)
    draft = reads.draft_of(there, dossier.person, lang)
    initial = {"words": draft.markdown, "level": draft.visibility, "over": reads.mark(draft, visit)}
    form = TextForm(request.POST or None, wording=visit.wording, today=visit.today, initial=initial)
    ticked = reads.claims_of(dossier, request.POST.getlist("based_on"))
    if request.method == "POST" and form.is_valid():
        sources = [one for one in draft.based_on if "/" in one]
        written = replace(
            draft, markdown=form.markdown, visibility=form.wanted, based_on=(*ticked, *sources)
        )
        if _saved(request, form, written):
            return redirect("texts", slug)
    based = reads.bases(dossier, ticked if request.method == "POST" else draft.based_on, visit)
    return page(
        request, "texts/text.html", status=422 if form.errors else 200, form=form, slug=slug,
        lang=lang, language=LANGUAGE_NAMES[lang], bases=based, alone=is_alone(visit),
        name=visit.reader.name(dossier.person),
    )  # fmt: skip


def translate(request: Request, slug: str, lang: str, original: str) -> HttpResponse:
    """Translate a text, paragraph beside paragraph."""
    visit, dossier = request.visit, dossier_for(request, slug)
    _known(lang)
    found = reads.manuscripts(dossier, visit)
    if original not in found or original == lang:
        raise Http404
    source, there = found[original], found.get(lang)
    columns = reads.columns(source, there)
    draft = reads.draft_of(there, source.prose.subject or dossier.person, lang)
    said = {f"p-{number}": one.translation for number, one in enumerate(columns)}
    form = TranslationForm(
        request.POST or None, paragraphs=len(columns), wording=visit.wording, today=visit.today,
        initial={**said, "level": draft.visibility, "over": reads.mark(draft, visit)},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        written = replace(
            draft, markdown=form.markdown, visibility=form.wanted, based_on=source.based_on,
            translated_from=original, source_paragraphs=reads.marks_of(source),
        )  # fmt: skip
        if _saved(request, form, written):
            return redirect("texts", slug)
    return page(
        request, "texts/translate.html", status=422 if form.errors else 200, form=form, slug=slug,
        lang=lang, original=original, language=LANGUAGE_NAMES[lang],
        from_language=LANGUAGE_NAMES[original], columns=columns, alone=is_alone(visit),
        name=visit.reader.name(dossier.person),
    )  # fmt: skip


def _known(lang: str) -> None:
    if lang not in LANGUAGES:
        raise Http404


def _saved(request: Request, form: TextForm | TranslationForm, written: Draft) -> bool:
    visit = request.visit
    gettext = visit.wording.gettext
    try:
        waits = writes.save(written, visit, over=form.text("over"), ask=form.asks)
    except ChangedMeanwhile:
        form.add_error(None, gettext(_CHANGED))
        return False
    is_public = written.visibility is Visibility.PUBLIC
    if waits:
        messages.info(request, gettext("Saved. It may go out when somebody else has read it."))
    else:
        open_, kept = gettext("Saved. It may go out."), gettext("Saved.")
        messages.info(request, open_ if is_public else kept)
    return True
