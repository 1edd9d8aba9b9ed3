"""Nothing is printed by its bare key: every kind, field, answer and status has four labels."""

import pytest

from khronika.dossier.dossier import StatusCode
from khronika.schema.kind import UnknownKind, choices, kinds
from khronika.schema.label import (
    choice_label,
    field_label,
    field_labels,
    kind_label,
    kind_labels,
    status_label,
    status_labels,
)
from khronika.values.language import LANGUAGES


@pytest.mark.parametrize("kind", kinds())
def test_every_kind_is_named_in_every_language(kind: str) -> None:
    assert set(kind_labels(kind)) == set(LANGUAGES)
    assert all(text.strip() == text and text for text in kind_labels(kind).values())


@pytest.mark.parametrize(
    ("kind", "field"), [(name, field) for name, row in kinds().items() for field in row.fields]
)
def test_every_field_is_named_in_every_language(kind: str, field: str) -> None:
    assert set(field_labels(kind, field)) == set(LANGUAGES)
    assert all(isinstance(text, str) and text for text in field_labels(kind, field).values())


@pytest.mark.parametrize("choice_set", choices())
def test_every_answer_is_named_in_every_language(choice_set: str) -> None:
    for answer, row in choices()[choice_set].items():
        assert set(row.labels) == set(LANGUAGES), answer


@pytest.mark.parametrize("code", StatusCode)
def test_every_status_is_named_in_every_language(code: StatusCode) -> None:
    assert set(status_labels(code)) == set(LANGUAGES)


def test_a_charge_is_worded_as_an_accusation() -> None:
    assert field_label("charge", "article", "en") == "accused under"
    assert field_label("ruling", "articles", "en") == "articles"


def test_labels_are_given_in_the_language_asked_for() -> None:
    assert kind_label("arrest", "ru") == "Задержание"
    assert choice_label("regime", "strict", "de") == "strenges Regime"
    assert status_label("serving", "fr") == "Purge sa peine"


def test_an_unknown_answer_or_status_is_refused_in_a_sentence() -> None:
    with pytest.raises(UnknownKind, match="no answer 'mild'"):
        choice_label("regime", "mild", "en")
    with pytest.raises(UnknownKind, match="no status 'happy'"):
        status_label("happy", "en")
