import pytest

from khronika.schema.kind import (
    UnknownKind,
    choices,
    exclude_rules,
    kind,
    kinds,
    order_rules,
)
from khronika.schema.visibility import Visibility
from khronika.schema.vocabulary import table, tables
from khronika.values.language import LANGUAGES

DESIGN = """
name birth death age citizenship occupation affiliation views portrait quotation own-words family
health search arrest custody transfer charge step hearing demand ruling release listing wanted
extradition asylum incident reprisal membership recognition support action false-report figure
"""


def test_the_kinds_are_those_of_the_design() -> None:
    assert sorted(kinds()) == sorted(DESIGN.split())


@pytest.mark.parametrize("name", list(kinds()))
def test_every_kind_speaks_only_of_what_it_has(name: str) -> None:
    spec = kind(name)
    named = {*spec.same_by, *(spec.once or ()), *([spec.when] if spec.when else [])}
    assert named - {"case", "source"} <= spec.fields.keys()


@pytest.mark.parametrize("name", list(kinds()))
def test_every_field_has_a_type_that_exists(name: str) -> None:
    for field in kind(name).fields.values():
        assert field.type in {
            "date", "term", "money", "legal", "number", "text", "word", "key", "choice",
        }  # fmt: skip
        assert (field.type == "key") == (field.of in tables())
        assert (field.type == "choice") == (field.of in choices())


@pytest.mark.parametrize("name", list(choices()))
def test_every_choice_has_a_label_in_every_language(name: str) -> None:
    for row in choices()[name].values():
        assert set(row.labels) == set(LANGUAGES)


@pytest.mark.parametrize("name", tables())
def test_every_row_has_a_label_in_every_language_and_lies_in_a_row(name: str) -> None:
    for key, row in table(name).items():
        assert set(row.labels) == set(LANGUAGES), key
        assert not row.within or row.within in table(name), key


def test_what_harms_by_nature_is_sealed_by_kind() -> None:
    assert {name for name, spec in kinds().items() if spec.least is Visibility.SEALED} == {
        "family", "health", "asylum",
    }  # fmt: skip
    assert kind("wanted").field("place").least is Visibility.SEALED
    assert kind("wanted").field("route").least is Visibility.SEALED
    assert choices()["incident-kind"]["left-country"].least is Visibility.TEAM


def test_rules_name_kinds_and_fields_that_exist() -> None:
    for rule in order_rules():
        assert kind(rule.first).when
        assert kind(rule.then).when
        assert all(kind(name).field(field) for name, row in rule.unless.items() for field in row)
    for exclusion in exclude_rules():
        spec = kind(exclusion.kind)
        assert all(spec.field(name) for name in (*exclusion.where, *exclusion.fields))


def test_an_unknown_kind_says_what_was_meant() -> None:
    with pytest.raises(UnknownKind, match=r"'arest'.*'arrest'"):
        kind("arest")


def test_an_unknown_field_says_what_was_meant() -> None:
    with pytest.raises(UnknownKind, match=r"'arrest' has no field 'dat'.*'date'"):
        kind("arrest").field("dat")
