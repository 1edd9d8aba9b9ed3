"""The fields of a fact as a form asks for them: labels, kinds of input, what there is to choose."""

from khronika.desk.people.facts import Fact
from khronika.schema.kind import FieldSpec, choices
from khronika.schema.label import choice_label, field_label
from khronika.schema.vocabulary import table

Options = list[tuple[str, str]]


def fields_of(fact: Fact, language: str) -> list[tuple[str, str, str, Options]]:
    """For each field: its name in the form, its label, how it is asked, and its choices."""
    spec = fact.kind
    return [
        (
            f"fact-{one}",
            field_label(spec.name, one, language),
            spec.field(one).type,
            _options(spec.field(one), language),
        )
        for one in fact.fields
    ]


def _options(spec: FieldSpec, language: str) -> Options:
    if spec.type == "choice":
        return [(one, choice_label(spec.of, one, language)) for one in choices()[spec.of]]
    if spec.type == "key":
        return [(one, row.labels.in_language(language)) for one, row in table(spec.of).items()]
    return []
