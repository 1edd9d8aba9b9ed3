"""A short invented text, set in every form once for all tests of a run."""

import pytest

from typesetting import Piece, as_pdf


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--fuzz", type=int, default=None, help="hostile inputs for each reader")


STORY = (
    Piece("heading", "The case of the lanterns"),
    Piece(
        "paragraph",
        "Alena Belova was arrested on 5 May 2022 in Riverside by officers who gave no names and "
        "showed no warrant, and she was taken to the detention centre of the harbour district the "
        "same night, as her neighbours remembered long after the windows had been mended again.",
        note="The neighbours asked not to be named.",
    ),
    Piece("caption", "The square with its lanterns, drawn by a neighbour"),
    Piece(
        "paragraph",
        "On 30 August 2022 the district court sentenced Boris Ladogin to six years under article "
        "205.2 for the words he had written on a wall. He is held far from home, and letters reach "
        "him only when somebody remembers the number of the barracks and the name of the street.",
        note="The appeal is still to be heard.",
    ),
    *(
        Piece(
            "paragraph",
            f"In chapter {number} of the chronicle the gardener counts lanterns, and Vera writes "
            "down which of them were lit, which were broken and which were taken away at night, "
            "so that nobody can say later that the square had always been as dark as it is today.",
        )
        for number in range(1, 13)
    ),
)


@pytest.fixture(scope="session")
def story() -> tuple[Piece, ...]:
    return STORY


@pytest.fixture(scope="session")
def story_pdf(story: tuple[Piece, ...]) -> bytes:
    return as_pdf(story, head="Lanterns of Riverside")
