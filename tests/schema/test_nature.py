import pytest

from builders import a_claim
from khronika.schema.claim import Claim
from khronika.schema.nature import Nature, nature
from khronika.schema.visibility import Visibility, strictest

PUBLIC, TEAM, SEALED = Visibility.PUBLIC, Visibility.TEAM, Visibility.SEALED


@pytest.mark.parametrize(
    ("claim", "least", "delicate"),
    [
        (a_claim("arrest", date="2022"), PUBLIC, False),
        (a_claim("health", text="ill"), SEALED, True),  # by kind
        (a_claim("wanted", date="2022"), PUBLIC, False),
        (a_claim("wanted", place="a flat"), SEALED, True),  # by field
        (a_claim("incident", kind_="punishment-cell"), PUBLIC, False),
        (a_claim("incident", kind_="self-harm"), SEALED, True),  # by choice
        (a_claim("incident", kind_="left-country"), TEAM, True),
        (a_claim("portrait", file="a.png"), PUBLIC, True),
        (a_claim("support", address="a street"), PUBLIC, True),
        (a_claim("ruling", treatment="yes"), PUBLIC, True),
        (a_claim("ruling", articles=["RU-UK 30/1"]), PUBLIC, False),
    ],
)
def test_the_strictest_mark_counts(claim: Claim, least: Visibility, delicate: bool) -> None:
    assert nature(claim) == Nature(least, delicate)


def test_of_several_levels_the_strictest_counts() -> None:
    assert strictest(PUBLIC, SEALED, TEAM) is SEALED
    assert strictest() is PUBLIC
