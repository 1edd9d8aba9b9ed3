"""What the editors tell of a person, as it stands on the person's page."""

from dataclasses import dataclass

from khronika.editions.prose import TELLING, prose_view
from khronika.editions.reader import Reader
from khronika.editions.site.facts import in_language
from khronika.editions.template import tidied
from khronika.schema.subject import SubjectId


@dataclass(frozen=True, slots=True)
class StoryView:
    """The text as an element of HTML, and what readers have to know of it; empty if none."""

    html: str = ""
    fallback: str = ""


def story_view(person: SubjectId, reader: Reader) -> StoryView:
    """The text in the best language there is."""
    if not any(one.slot in TELLING for one in reader.prose.get(person, ())):
        return StoryView()
    return StoryView(reader.said(told, person), reader.perhaps(_fallback, person))


def told(person: SubjectId, reader: Reader) -> str:
    """The text in an element that names its language where it is another; HTML."""
    view = prose_view(reader, person, *TELLING)
    html = f"<div{in_language(view.lang)}>\n{view.html}\n</div>"
    return tidied(html).removesuffix("\n")


def _fallback(person: SubjectId, reader: Reader) -> str:
    return prose_view(reader, person, *TELLING).fallback
