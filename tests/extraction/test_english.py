"""How English reports of several styles say things: sentences of our own, one class each."""

import pytest

from extracting import said

APPEAL = "Pyotr Lugovoy was arrested on 3 March 2021 and is in prison.\n\n"


def test_both_are_the_two_named_last() -> None:
    text = (
        "Anna Belova and Ilya Vetrov were detained on 4 May 2023. Both were added to the list of "
        "terrorists and extremists."
    )
    assert [person for person, _ in said(text, "listing")] == ["Anna Belova", "Ilya Vetrov"]


def test_an_article_behind_a_conviction_is_a_charge() -> None:
    text = "Ilya Vetrov was convicted under Article 342(1) and sentenced to two years in prison."
    [(person, fields)] = said(text, "charge")
    assert person == "Ilya Vetrov"
    assert "342" in fields["article"]


@pytest.mark.parametrize(
    "words",
    [
        "the leader of the unregistered movement Jana Zhol",
        "an editor at the news site Maria Hill",
        "a member of the party Nadia Rivers",
    ],
)
def test_an_organisation_named_like_a_person_is_no_person(words: str) -> None:
    text = f"Ilya Vetrov, {words}, was arrested on 4 May 2023."
    assert said(text, "arrest") == [("Ilya Vetrov", {"date": "2023-05-04"})]
    [(person, fields)] = said(text, "affiliation")
    assert person == "Ilya Vetrov"
    assert words.endswith(fields["organisation"])


def test_two_trades_behind_an_age_are_two() -> None:
    text = "Anna Belova, 41, a lawyer and human rights defender, was arrested on 4 May 2023."
    trades = [fields["value"] for _, fields in said(text, "occupation")]
    assert trades == ["lawyer", "human rights defender"]


def test_who_served_the_term_is_released_once_and_as_that() -> None:
    text = "Ilya Vetrov was released on 1 June 2024 after serving his sentence in full."
    assert said(text, "release") == [("Ilya Vetrov", {"date": "2024-06-01", "kind": "served"})]


def test_an_item_of_other_people_takes_the_year_of_the_document() -> None:
    text = APPEAL + "Ilya Vetrov was released on 1 June."
    assert said(text, "release", "2024-07-01")[0][1]["date"] == "2024-06-01"


def test_an_item_that_speaks_of_the_same_people_stays_in_their_year() -> None:
    text = APPEAL + "Ilya Vetrov worked with him. Vetrov was arrested on 5 March."
    arrests = dict(said(text, "arrest", "2024-07-01"))
    assert arrests["Ilya Vetrov"]["date"] == "2021-03-05"


def test_an_extended_detention_is_no_arrest() -> None:
    text = "On 4 May 2023 the court extended until 9 July the detention of Ilya Vetrov."
    assert not said(text, "arrest")
