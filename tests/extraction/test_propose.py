from itertools import chain

import pytest

from extracting import proposed, said
from khronika.schema.kind import kind
from khronika.schema.value import Choice

NEWS = (
    "On 3 March 2023, police officers detained Saveliy Ladogin in Verkhnerechensk. He was charged "
    "under Part 2 of Article 205.2 of the Criminal Code. In May 2024, the Verkhnerechensk District "
    "Court sentenced Ladogin to six years in a general regime colony and a fine of 100 thousand "
    "rubles. His lawyer, Pyotr Zimin, was not allowed to see him. According to the investigation, "
    "Ladogin allegedly wrote two posts.\n"
)


def test_every_proposal_rests_on_its_own_words() -> None:
    found = proposed(NEWS)
    assert found
    assert all(NEWS[one.start : one.end] == one.quote for one in found)


def test_an_arrest_a_charge_and_a_verdict_fall_to_the_one_they_are_about() -> None:
    name = "Saveliy Ladogin"
    assert said(NEWS, "arrest")[0][0] == name
    assert said(NEWS, "arrest")[0][1]["date"] == "2023-03-03"
    assert said(NEWS, "charge") == [(name, {"article": "RU-UK 205.2/2"})]
    [(person, ruling)] = said(NEWS, "ruling")
    assert person == name
    assert (ruling["term"], ruling["regime"], ruling["fine"]) == ("6y", "general", "100000 RUB")


def test_nothing_is_said_of_a_lawyer() -> None:
    assert not [one for one in proposed(NEWS) if "Zimin" in one.person]


def test_every_field_is_one_of_its_kind_and_every_answer_one_of_its_set() -> None:
    for one in proposed(NEWS):
        for name, value in one.fields.items():
            field = kind(one.kind).field(name)
            assert not isinstance(value, Choice) or field.type == "choice", (one.kind, name)


@pytest.mark.parametrize(
    "sentence",
    [
        "Saveliy Ladogin was not arrested.",
        "Saveliy Ladogin could be arrested any day.",
        "His wife fears that Saveliy Ladogin will be arrested.",
        "Saveliy Ladogin faces up to ten years in prison.",
    ],
)
def test_what_did_not_happen_is_not_proposed(sentence: str) -> None:
    found = chain(said(sentence, "arrest"), said(sentence, "ruling"), said(sentence, "demand"))
    assert not list(found)


def test_a_text_gives_the_same_proposals_every_time() -> None:
    assert proposed(NEWS) == proposed(NEWS)
