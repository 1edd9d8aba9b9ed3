"""The fields of a statement as people type them, and the words for who says it and how."""

from khronika.desk.visit import Visit
from khronika.schema.claim import Certainty, Speaker
from khronika.schema.kind import FieldSpec, kind
from khronika.schema.value import Choice, Key, Single, Text, Value
from khronika.schema.vocabulary import label
from khronika.values.sentence import N_

_SPEAKERS = {
    Speaker.REPORTER: N_("whoever wrote it"),
    Speaker.INVESTIGATION: N_("the investigation"),
    Speaker.COURT: N_("the court"),
    Speaker.LAWYER: N_("the defence"),
    Speaker.PRISONER: N_("the prisoner"),
    Speaker.RELATIVE: N_("somebody close to them"),
    Speaker.EDITORS: N_("we ourselves"),
}
_CERTAINTIES = {
    Certainty.STATED: N_("said as a fact"),
    Certainty.ALLEGED: N_("said as an accusation or a rumour"),
    Certainty.DENIED: N_("denied"),
}


def as_typed(kind_name: str, name: str, value: Value, visit: Visit) -> str:
    """The value as somebody could have typed it: read again it is the same."""
    spec = kind(kind_name).field(name)
    rows = value if isinstance(value, tuple) else (value,)
    return ", ".join(_typed(one, spec, visit) for one in rows)


def speaker_words(speaker: Speaker, visit: Visit) -> str:
    """Who says so."""
    return visit.wording.gettext(_SPEAKERS[speaker])


def certainty_words(certainty: Certainty, visit: Visit) -> str:
    """How it is said."""
    return visit.wording.gettext(_CERTAINTIES[certainty])


def speakers(visit: Visit) -> list[tuple[str, str]]:
    """Everybody who can say something."""
    return [(one.value, speaker_words(one, visit)) for one in _SPEAKERS]


def certainties(visit: Visit) -> list[tuple[str, str]]:
    """Every way to say it."""
    return [(one.value, certainty_words(one, visit)) for one in _CERTAINTIES]


def _typed(one: Single, spec: FieldSpec, visit: Visit) -> str:
    match one:
        case Key():
            return label(one.table, one.key, visit.language)
        case Choice():
            return one.choice
        case Text():
            return one.text
        case int():
            return str(one)
        case _:
            return str(one) if spec.type in {"date", "term", "money"} else visit.wording.value(one)
