"""The texts about a person: what there is in each language, and what has changed under it.

Invariants:

- Whether a text still fits what is known is found from the record, never noted anywhere.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from khronika.casebook.manuscript import Manuscript
from khronika.casebook.manuscript_writing import Draft, mark_of
from khronika.casebook.translation.pair import Pair, marks, pairs, paragraphs, stale_translations
from khronika.desk.pages import LANGUAGE_NAMES
from khronika.desk.people.printer import Printer
from khronika.desk.statement import LEVELS
from khronika.desk.visit import Visit
from khronika.desk.waiting import asked
from khronika.dossier.dossier import Dossier
from khronika.editions.note import Notes
from khronika.schema.claim import ClaimId
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Use, Visibility

SLOT = "biography"


@dataclass(frozen=True, slots=True)
class Text:
    """A text in one language; `stale` says what changed under it.

    `asked` says that a second reader is waited for, `origins` what it could be translated from.
    """

    lang: str
    language: str
    there: bool
    level: str = ""
    level_words: str = ""
    paragraphs: tuple[str, ...] = ()
    from_language: str = ""
    stale: tuple[str, ...] = ()
    asked: bool = False
    origins: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Basis:
    """Something a text can rest on: an entry, all of whose claims are ticked together."""

    key: str
    line: str
    ticked: bool
    level: str


def manuscripts(dossier: Dossier, visit: Visit) -> Mapping[str, Manuscript]:
    """The texts about this person by language, under whatever id they were written."""
    ledger = visit.snapshot.in_force.ledger
    texts = visit.archive.casebook.manuscripts(ledger=ledger)
    mine = [one for one in texts if one.prose.subject in dossier.joined and one.prose.slot == SLOT]
    return {one.prose.lang: one for one in sorted(mine, key=lambda one: one.file, reverse=True)}


def languages(dossier: Dossier, visit: Visit) -> list[str]:
    """The languages in which somebody wrote of this person; no text is opened for it."""
    folder = visit.archive.casebook.settings.folder
    return [
        name
        for lang, name in LANGUAGE_NAMES.items()
        if any((folder / Draft(SLOT, one, lang, "").file).is_file() for one in dossier.joined)
    ]


def texts(dossier: Dossier, visit: Visit) -> tuple[Text, ...]:
    """What there is in each language of the archive, and in any other."""
    found = manuscripts(dossier, visit)
    languages = dict.fromkeys((*visit.snapshot.settings.languages, *found))
    stale = stale_translations(found.values())
    return tuple(_text(lang, found, stale, dossier, visit) for lang in languages)


def _text(
    lang: str,
    found: Mapping[str, Manuscript],
    stale: Collection[str],
    dossier: Dossier,
    visit: Visit,
) -> Text:
    there = found.get(lang)
    origins = tuple((one, LANGUAGE_NAMES[one]) for one in found if one != lang)
    if there is None:
        return Text(lang, LANGUAGE_NAMES[lang], there=False, origins=origins)
    return Text(
        lang=lang,
        language=LANGUAGE_NAMES[lang],
        there=True,
        level=there.visibility.value,
        level_words=visit.wording.gettext(LEVELS[there.visibility]),
        paragraphs=tuple(paragraphs(there.prose.markdown)),
        from_language=LANGUAGE_NAMES.get(there.translated_from, ""),
        stale=tuple(_changed(there, stale, dossier, visit)),
        asked=asked.about(there.file) is not None,
        origins=origins,
    )


def _changed(text: Manuscript, stale: Collection[str], dossier: Dossier, visit: Visit) -> list[str]:
    """What was said or decided since the text was written from it, in sentences."""
    gettext, accepted = visit.wording.gettext, visit.snapshot.in_force.accepted
    based = {ClaimId(one) for one in text.based_on if "/" not in one}
    printer = Printer(visit.reader, Notes(visit.reader))
    said = []
    if text.file in stale:
        said.append(gettext("The original has changed since it was translated."))
    if based - accepted:
        said.append(gettext("Something it rests on does not count any more."))
    for entry in dossier.entries:
        resting = based & set(entry.claims)
        if resting and set(entry.claims) - based:
            text_ = gettext("New statements since: {what}")
            said.append(text_.format(what=printer.line(entry)))
    return said


def bases(dossier: Dossier, ticked: Collection[str], visit: Visit) -> tuple[Basis, ...]:
    """Everything the text could rest on, in the order of time."""
    printer, in_force = Printer(visit.reader, Notes(visit.reader)), visit.snapshot.in_force
    found = []
    for entry in dossier.entries:
        levels = [in_force.claim_level(one, Use.PUBLIC) for one in entry.claims]
        strictest = max(levels, key=lambda one: one.strictness)
        is_ticked = not set(ticked).isdisjoint(entry.claims)
        words = "" if strictest is Visibility.PUBLIC else visit.wording.gettext(LEVELS[strictest])
        found.append(Basis(entry.key, printer.line(entry), is_ticked, words))
    return tuple(found)


def claims_of(dossier: Dossier, keys: Collection[str]) -> tuple[str, ...]:
    """The claims of these entries."""
    return tuple(sorted(c for one in dossier.entries if one.key in keys for c in one.claims))


def draft_of(text: Manuscript | None, person: SubjectId, lang: str) -> Draft:
    """The text as a draft to write over; an empty one where there is none."""
    if text is None:
        return Draft(SLOT, person, lang, "")
    subject = text.prose.subject or person
    return Draft(
        SLOT, subject, lang, text.prose.markdown, text.visibility, text.based_on,
        text.translated_from, text.source_paragraphs,
    )  # fmt: skip


def mark(draft: Draft, visit: Visit) -> str:
    """The mark of the text as it stands in its file."""
    return mark_of(visit.archive.casebook.settings.folder / draft.file)


def columns(original: Manuscript, there: Manuscript | None) -> tuple[Pair, ...]:
    """The original's paragraphs beside their translations."""
    markdown = there.prose.markdown if there else ""
    known = there.source_paragraphs if there else ()
    return tuple(pairs(original.prose.markdown, markdown, known))


def marks_of(original: Manuscript) -> tuple[str, ...]:
    """The marks of its paragraphs as they are now."""
    return marks(original.prose.markdown)
