"""What the articles threaten, edition by edition."""

from datetime import date

import pytest

from khronika.law.articles import articles
from khronika.law.penalties import editions, has_flag, lists, milder_later, penalty
from khronika.values.legal import LegalReference
from khronika.values.term import Term


def ref(text: str) -> LegalReference:
    return LegalReference.parse(text)


@pytest.mark.parametrize(
    ("text", "on", "most"),
    [
        ("RU-UK 280.3/1", "2022-06-01", "3y"),  # raised on 18 March 2023
        ("RU-UK 280.3/1", "2023-06-01", "5y"),
        ("RU-UK 205.4/2", "2017-01-01", "10y"),  # raised on 29 April 2023
        ("RU-UK 205.4/2", "2024-01-01", "15y"),
        ("RU-UK 275", "2024-01-01", "20y"),
    ],
)
def test_the_edition_of_the_day_decides(text: str, on: str, most: str) -> None:
    found = penalty(ref(text), date.fromisoformat(on))
    assert found is not None
    assert found.most == Term.parse(most)


def test_a_harsher_later_edition_does_not_reach_back() -> None:
    assert milder_later(ref("RU-UK 280.3/1"), date(2022, 6, 1)) is None


def test_what_was_not_looked_up_is_not_recorded() -> None:
    assert penalty(ref("RU-UK 111/4")) is None
    assert editions(ref("RU-UK 205.2/9")) == ()


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("RU-UK 205.2/2", True),
        ("RU-UK 206/3", True),
        ("RU-UK 206/1", False),
        ("RU-UK 206", None),  # it depends on the part
        ("RU-UK 278", None),  # only when called terrorist
        ("RU-UK 207.3/2", False),  # the list was read whole, and it is not there
        ("RU-UK 281/2", False),
    ],
)
def test_whether_a_list_names_the_article(text: str, answer: bool | None) -> None:
    assert has_flag(ref(text), "one-to-one") is answer


def test_only_a_code_whose_lists_were_read_can_say_no() -> None:
    assert lists("RU-UK")
    assert not lists("BY-UK")


def test_every_penalty_belongs_to_a_part_of_a_known_article() -> None:
    for (code, number), article in articles().items():
        whole = LegalReference(code, number)
        if article.parts is None:
            assert editions(whole) == ()
            continue
        for part in article.parts:
            for one in editions(LegalReference(code, number, part)):
                assert one.least is None or one.most is None or one.least <= one.most
