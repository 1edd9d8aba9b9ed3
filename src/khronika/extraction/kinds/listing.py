"""Lists of the state: of "terrorists and extremists", of "foreign agents", wanted lists."""

from collections.abc import Iterator

from khronika.extraction.kinds.circumstance import kept, text
from khronika.extraction.linking import Found, Linked, date_atom, dated
from khronika.schema.value import Key, Text

KIND = "listing"
TERRORISTS = "terrorists"
NAMED = "rosfinmonitoring"
AS_WRITTEN = {
    "en": "list of terrorists and extremists",
    "ru": "перечень террористов и экстремистов",
    "de": "Liste der Terroristen und Extremisten",
    "fr": "liste des terroristes et extrémistes",
}


def facts(linked: Linked) -> Iterator[Found]:
    """The list somebody was put on: a row of the vocabulary where the words say which it is."""
    day = date_atom(linked.heard, linked.match)
    fields = kept(list=_list(linked), date=dated(linked.heard, day))
    start, end = linked.span(day)
    yield Found(KIND, linked.people, fields, start, end, linked.rule.id)


def _list(linked: Linked) -> Key | Text | None:
    """Lists of terrorists are kept by many states: the keeper must be named."""
    key = linked.rule.sets.get("list", "")
    if key != TERRORISTS:
        return Key("list", key) if key else text(linked.word("list"))
    is_named = linked.heard.grammar.lists["listing"]["known"].search(linked.heard.marked.low)
    return Key("list", NAMED) if is_named else Text(AS_WRITTEN[linked.heard.lang])
