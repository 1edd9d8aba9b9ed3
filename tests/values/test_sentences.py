import re

import pytest

from khronika.values.sentences import COUNTED, SENTENCES

CODE = re.compile(r"[a-z]+(?:-[a-z]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*")


def test_every_code_names_its_room_and_what_it_says() -> None:
    assert [code for code in (*SENTENCES, *COUNTED) if not CODE.fullmatch(code)] == []


def test_no_code_says_two_things() -> None:
    assert not set(SENTENCES) & set(COUNTED)


@pytest.mark.parametrize("table", [SENTENCES, COUNTED])
def test_the_codes_of_a_room_stand_in_order(table: dict[str, object]) -> None:
    rooms: dict[str, list[str]] = {}
    for code in table:
        rooms.setdefault(code.split(".")[0], []).append(code)
    assert [codes for codes in rooms.values() if codes != sorted(codes)] == []


def test_a_sentence_that_counts_has_a_count() -> None:
    assert [code for code, (_, many) in COUNTED.items() if "{count}" not in many] == []
