"""A paragraph that is as it was keeps its translation; one that changed is marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khronika.casebook.translation.pair import (
    UNTRANSLATED,
    marks,
    pairs,
    paragraph_mark,
    paragraphs,
)

OLD = "One.\n\nTwo.\n\nThree."
SAID = "Eins.\n\nZwei.\n\nDrei."


def row(original: str, said: str = SAID, known: str = OLD) -> list[tuple[str, str, bool]]:
    return [(p.source, p.translation, p.changed) for p in pairs(original, said, marks(known))]


def test_an_unchanged_text_is_translated_throughout() -> None:
    assert row(OLD) == [
        ("One.", "Eins.", False),
        ("Two.", "Zwei.", False),
        ("Three.", "Drei.", False),
    ]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("One.\n\nTwo, and more.\n\nThree.", [("Eins.", False), ("Zwei.", True), ("Drei.", False)]),
        ("One.\n\nNew.\n\nTwo.\n\nThree.",
         [("Eins.", False), ("", False), ("Zwei.", False), ("Drei.", False)]),
        ("Two.\n\nThree.", [("Zwei.", False), ("Drei.", False)]),
        ("Zero.\n\nOne.\n\nTwo.\n\nThree.",
         [("", False), ("Eins.", False), ("Zwei.", False), ("Drei.", False)]),
    ],
)  # fmt: skip
def test_what_changed_is_marked_and_what_moved_is_not(
    now: str, expected: list[tuple[str, bool]]
) -> None:
    assert [(said, changed) for _, said, changed in row(now)] == expected


def test_a_translation_that_remembers_nothing_is_marked_throughout() -> None:
    assert [(p.translation, p.changed) for p in pairs(OLD, SAID, ())] == [
        ("Eins.", True), ("Zwei.", True), ("Drei.", True)
    ]  # fmt: skip


def test_a_paragraph_nobody_translated_is_empty() -> None:
    assert row(OLD, f"Eins.\n\n{UNTRANSLATED}\n\nDrei.")[1] == ("Two.", "", False)


def test_new_lines_and_spaces_change_nothing() -> None:
    assert marks("One  long\nline.\n \n\nTwo.\n") == marks("One long line.\n\nTwo.")
    assert paragraph_mark("a") != paragraph_mark("b")


@given(st.lists(st.text("ab \n", max_size=8)))
def test_a_text_beside_itself_is_whole_and_unchanged(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    found = pairs(text, text, marks(text))
    assert [p.source for p in found] == [p.translation for p in found] == paragraphs(text)
    assert not any(p.changed for p in found)
