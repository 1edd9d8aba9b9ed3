import re

import pytest

from editions.paper.reading import pages_of
from editions.publications import ALENA, a_publication
from khronika.clearance.publication import Prose
from khronika.editions.edition import Edition
from khronika.editions.paper.ageing import ages
from khronika.editions.paper.trouble import troubles
from khronika.editions.registry import EDITIONS
from khronika.values.language import LANGUAGES
from khronika.values.wording import Wording

PRINTED = ("book", "brochure", "panel", "poster", "slides")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "She is currently undergoing treatment."),
        ("en", "It was the largest rally this year."),
        ("ru", "Недавно ему предъявили новое обвинение."),
        ("de", "Er sitzt zurzeit in Untersuchungshaft."),
        ("fr", "Il est aujourd’hui en détention."),
    ],
)
def test_a_word_that_is_true_on_one_day_alone_is_noticed(language: str, text: str) -> None:
    assert ages(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On 3 March 2024 the trial began."),
        ("en", "She said: “Today we are free.”\n\n> Now and today."),
        ("ru", "«Сейчас я спокоен», сказал он в суде 3 марта 2024 года."),
        ("de", "Am 3. März 2024 begann der Prozess."),
        ("xx", "currently"),
    ],
)
def test_days_and_what_others_said_are_left_alone(language: str, text: str) -> None:
    assert not ages(text, language)


def test_a_text_that_will_age_is_told_before_it_is_printed() -> None:
    prose = (Prose("biography", ALENA, "en", "She was recently moved."),)
    (problem,) = troubles(a_publication(prose=prose))
    assert (problem.place, problem.code) == (ALENA, "print.ageing-words")
    assert "moved" not in str(problem)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PRINTED)
def test_every_printed_sheet_says_as_of_when(name: str, language: str) -> None:
    wording = Wording.of(language)
    day = " ".join(wording.day(a_publication().as_of).split())
    for path, pages in sheets(EDITIONS[name], language):
        without = [number for number, page in enumerate(pages) if day not in page]
        assert without == [], path


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_of_ours_tells_a_time_without_its_day(language: str) -> None:
    for name in PRINTED:
        for path, pages in sheets(EDITIONS[name], language):
            told = [page for page in pages if ages(re.sub(r"[#>*_`]", "", page), language)]
            assert told == [], path


def sheets(edition: Edition, language: str) -> list[tuple[str, list[str]]]:
    files = edition.files(a_publication())
    wanted = [
        one for one in files if re.search(rf"[./]{language}[./].*pdf$|\.{language}\.pdf$", one.path)
    ]
    return [(one.path, pages_of(one.render())) for one in wanted]
