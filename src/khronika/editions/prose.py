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
    """A text as HTML; empty when there is none. `lang` is set where it is not the page's own.

    `fallback` says what readers have to know of it: that nobody translated it, or that the
    translation is older than the original.
    """

    html: str = ""
    lang: str = ""
    fallback: str = ""


def prose_view(reader: Reader, subject: SubjectId | None, *slots: str) -> ProseView:
    """The text in these slots about the subject, in the best language there is."""
    chosen = chosen_prose(reader, subject, *slots)
    if chosen is None:
        return ProseView()
    return ProseView(
        to_html(chosen.markdown), reader.foreign(chosen.lang), fallback_line(chosen, reader)
    )


def chosen_prose(reader: Reader, subject: SubjectId | None, *slots: str) -> Prose | None:
    """The text in the best language there is: the reader's, else in the order of languages."""
    found = [one for one in reader.prose.get(subject, ()) if one.slot in slots]
    if not found:
        return None
    order = (reader.language, *LANGUAGES)
    return min(found, key=lambda one: (_place(one, order), slots.index(one.slot), one.markdown))


def _place(prose: Prose, order: tuple[str, ...]) -> int:
    return order.index(prose.lang) if prose.lang in order else len(order)


def fallback_line(prose: Prose, reader: Reader) -> str:
    """What stands above a text that nobody translated, or before its original changed."""
    lang = reader.foreign(prose.lang)
    if not lang and prose.stale:
        return reader.wording.gettext(
            "This translation is older than the original, which has changed since."
        )
    if not lang:
        return ""
    return reader.wording.gettext(
        "Nobody has translated this text yet. It stands here as it was written: {language}."
    ).format(language=LANGUAGE_NAMES.get(lang, lang))
