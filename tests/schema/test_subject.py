import pytest

from khronika.schema.subject import (
    InvalidSubject,
    SubjectKind,
    kind_of,
    read_subject,
    slug_of,
    subject_id,
)


def test_an_id_tells_its_kind_and_slug() -> None:
    alena = subject_id("abcdefgh", SubjectKind.PERSON, "belova-alena")
    assert (alena, kind_of(alena), slug_of(alena)) == (
        "abcdefgh/person/belova-alena",
        SubjectKind.PERSON,
        "belova-alena",
    )
    assert read_subject(alena) == alena


def test_equal_ids_are_held_once() -> None:
    first, again = (read_subject("abcdefgh/person/belova-alena") for _ in range(2))
    assert first is again


@pytest.mark.parametrize(
    "text",
    [
        "belova-alena",
        "abcdefgh/human/belova",
        "ABCDEFGH/person/belova",
        "abc/person/belova",
        "abcdefgh/person/Belova",
        "abcdefgh/person/belova--alena",
        "abcdefgh/person/../x",
        "abcdefgh/person/белова",
        "abcdefgh/person/" + "a" * 81,
        "abcdefgh/person/belova\n",
        "abcdefgh/person",
    ],
)
def test_what_is_not_an_id_is_refused(text: str) -> None:
    with pytest.raises(InvalidSubject):
        read_subject(text)
