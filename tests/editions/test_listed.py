"""A status is said in words; its shade only repeats them."""

from dataclasses import replace

import pytest

from editions.publications import ALENA, a_publication
from khronika.dossier.dossier import Status, StatusCode
from khronika.editions.listed import status_view
from khronika.editions.reader import Reader
from khronika.errors import Say
from khronika.values.date import PartialDate

PUBLICATION = a_publication()


def status(code: StatusCode, since: str = "") -> Status:
    found = PUBLICATION.people[ALENA].status
    day = PartialDate.parse(since) if since else None
    return replace(found, code=code, reason=Say("status.nothing"), since=day)


@pytest.mark.parametrize("code", StatusCode)
def test_every_status_has_words_and_a_shade(code: StatusCode) -> None:
    for language in PUBLICATION.languages:
        view = status_view(status(code), Reader(PUBLICATION, language))
        assert view.label
        assert view.reason
        assert view.group in {"custody", "restricted", "liberty", "unknown", "dead"}


@pytest.mark.parametrize(
    ("code", "since", "language", "words"),
    [
        (StatusCode.SERVING, "2024-03-01", "en", "since 1 March 2024"),
        (StatusCode.SERVING, "2024-03", "en", "since: March 2024"),
        (StatusCode.SERVING, "2024-03-01", "de", "seit 1. März 2024"),
        (StatusCode.SERVING, "2024-03-01", "fr", "depuis le 1er mars 2024"),
        (StatusCode.DEAD, "2024-03-01", "en", "1 March 2024"),
        (StatusCode.SERVING, "", "en", ""),
    ],
)
def test_since_when_is_said_as_the_language_says_it(
    code: StatusCode, since: str, language: str, words: str
) -> None:
    view = status_view(status(code, since), Reader(PUBLICATION, language))
    assert view.since.replace("\N{NO-BREAK SPACE}", " ") == words


def test_a_reason_that_only_repeats_the_label_is_left_out() -> None:
    serving = replace(status(StatusCode.SERVING), reason=Say("status.serving"))
    assert status_view(serving, Reader(PUBLICATION, "en")).reason == ""
