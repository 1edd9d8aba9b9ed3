"""Values in the reader's words: tables and answers by their labels, the rest as sentences do."""

from khronika.schema.kind import kind
from khronika.schema.label import choice_label
from khronika.schema.value import Choice, Key, Text, Value
from khronika.schema.vocabulary import label
from khronika.values.wording import Wording


def value_in_words(value: Value, wording: Wording, *, kind_name: str, field: str) -> str:
    """The value of this field as people read it."""
    match value:
        case tuple():
            singles = (value_in_words(v, wording, kind_name=kind_name, field=field) for v in value)
            return wording.join(list(singles))
        case Key():
            return label(value.table, value.key, wording.language)
        case Choice():
            answers = kind(kind_name).field(field).of
            return choice_label(answers, value.choice, wording.language)
        case Text():
            return value.text
        case _:
            return wording.value(value)
