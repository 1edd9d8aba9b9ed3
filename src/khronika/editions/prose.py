"""A text the editors wrote, in the reader's language or, with a note that says so, in another."""

from dataclasses import dataclass

from khronika.clearance.publication import Prose
from khronika.editions.markdown import to_html
from khronika.editions.reader import LANGUAGE_NAMES, Reader
from khronika.schema.subject import SubjectId
from khronika.values.language import LANGUAGES

TELLING = ("biography", "essay")


@dataclass(frozen=True, slots=True)
class ProseView:
    """A text as HTML; empty when there is none. `lang` is set where it is not the page's own."""

    html: str = ""
    lang: str = ""
    fallback: str = ""


def prose_view(reader: Reader, subject: SubjectId | None, *slots: str) -> ProseView:
    """The text in these slots about the subject, in the best language there is."""
    found = [one for one in reader.prose.get(subject, ()) if one.slot in slots]
    if not found:
        return ProseView()
    order = (reader.language, *LANGUAGES)
    chosen = min(found, key=lambda one: (_place(one, order), slots.index(one.slot), one.markdown))
    lang = reader.foreign(chosen.lang)
    return ProseView(to_html(chosen.markdown), lang, _fallback(reader, lang) if lang else "")


def _place(prose: Prose, order: tuple[str, ...]) -> int:
    return order.index(prose.lang) if prose.lang in order else len(order)


def _fallback(reader: Reader, lang: str) -> str:
    return reader.wording.gettext(
        "Nobody has translated this text yet. It stands here as it was written: {language}."
    ).format(language=LANGUAGE_NAMES.get(lang, lang))
