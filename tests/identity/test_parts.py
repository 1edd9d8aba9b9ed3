"""Which word of a name is which, where the words tell."""

import pytest

from khronika.identity.parts import parts_of
from khronika.values.name import PersonName


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Савелий Медведкин", PersonName("Медведкин", "Савелий")),
        ("Медведкин Савелий", PersonName("Медведкин", "Савелий")),
        ("Белова Алёна Ивановна", PersonName("Белова", "Алёна", "Ивановна")),
        ("Алёна Ивановна Белова", PersonName("Белова", "Алёна", "Ивановна")),
        ("Белова, Алёна Ивановна", PersonName("Белова", "Алёна", "Ивановна")),
        ("Роза Абрамович", PersonName("Абрамович", "Роза")),  # a family name that looks otherwise
    ],
)
def test_the_parts_are_proposed_in_whatever_order(name: str, parts: PersonName) -> None:
    assert parts_of(name) == parts


@pytest.mark.parametrize(
    "name",
    ["Белова", "А. Белова", "Alena Belova", "Иван Давид", "Один Два Три Четыре", "", "Ква Бре"],
)
def test_nothing_is_proposed_where_the_words_do_not_tell(name: str) -> None:
    assert parts_of(name) is None
