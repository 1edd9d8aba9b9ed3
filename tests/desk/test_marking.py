"""A passage is marked by hand: its very words, a typed form, somebody it is about."""

import pytest
from django.test import Client

from desking import BELOVA, SQUARE
from khronika.casebook.cache import Cache
from khronika.desk.archive import Archive
from khronika.review.suggestion import State
from reading import TEXT, add_words, text_of

QUOTE = "задержана 5 сентября"
FILLED = {
    "words": QUOTE, "kind": "arrest", "fact-date": "5 September 2026", "who": "belova-alena",
    "speaker": "court", "certainty": "alleged",
}  # fmt: skip


def address(slug: str) -> str:
    return f"/documents/{slug}/pages/1/mark"


def test_words_and_a_kind_lead_to_the_form_of_the_kind(desk: Archive, alena: Client) -> None:
    slug = add_words(alena)
    page = text_of(alena.get(address(slug), {"words": "задержана   5\nсентября", "kind": "arrest"}))
    assert f"<blockquote>{QUOTE}</blockquote>" in page
    for field in ("fact-date", "fact-place", "fact-agency"):
        assert f'name="{field}"' in page
    assert 'value="belova-alena"' in page


@pytest.mark.parametrize(
    ("words", "said"),
    [("words that stand nowhere", "do not stand on this page"), ("2026 года", "more than once")],
)
def test_words_that_are_not_clear_are_asked_about(
    desk: Archive, alena: Client, words: str, said: str
) -> None:
    answer = alena.get(address(add_words(alena)), {"words": words, "kind": "arrest"})
    assert answer.status_code == 422
    assert said in text_of(answer)


def test_of_words_that_stand_twice_the_nearer_ones_are_meant(desk: Archive, alena: Client) -> None:
    slug, again = add_words(alena), TEXT.rindex("2026 года")
    sent = {**FILLED, "words": "2026 года", "near": str(again - 2)}
    alena.post(address(slug), sent)
    (made,) = _by_hand(desk)
    assert (made.proposal.start, made.proposal.quote) == (again, "2026 года")


def test_what_was_marked_is_recorded_with_its_words(desk: Archive, alena: Client) -> None:
    slug, before = add_words(alena), set(desk.casebook.ledger().claims)
    answer = alena.post(address(slug), FILLED)
    claims = desk.casebook.ledger().claims
    (claim,) = [one for key, one in claims.items() if key not in before]
    assert (claim.subject, claim.kind, str(claim.fields["date"])) == (
        BELOVA, "arrest", "2026-09-05",
    )  # fmt: skip
    assert TEXT[claim.passage.start : claim.passage.end] == claim.passage.quote == QUOTE
    assert (claim.speaker.value, claim.certainty.value) == ("court", "alleged")
    assert "accepted" in text_of(alena.get(answer.headers["Location"]))


def test_a_case_can_be_what_it_is_about(desk: Archive, alena: Client) -> None:
    slug, before = add_words(alena), set(desk.casebook.ledger().claims)
    sent = {
        "words": QUOTE,
        "kind": "hearing",
        "fact-date": "5 September 2026",
        "who": "case:square",
    }
    alena.post(address(slug), sent)
    claims = desk.casebook.ledger().claims
    assert [one.subject for key, one in claims.items() if key not in before] == [SQUARE]


def test_a_name_that_is_typed_is_looked_up_and_not_guessed(desk: Archive, alena: Client) -> None:
    slug, before = add_words(alena), desk.casebook.store.state()
    answer = alena.post(address(slug), {**FILLED, "who": "", "name": "Vera Vetrova"})
    assert answer.status_code == 422
    assert 'value="vetrova-vera"' in text_of(answer)
    assert desk.casebook.store.state() == before


def test_what_a_volunteer_marks_waits(desk: Archive, boris: Client) -> None:
    slug = add_words(boris)
    boris.post(address(slug), FILLED)
    (made,) = _by_hand(desk)
    assert made.state is State.WAITING
    assert made.claim not in desk.casebook.in_force().accepted


@pytest.mark.parametrize("kind", ["health", "family", "asylum", "no-such-kind", ""])
def test_what_is_kept_nowhere_is_not_asked_for(desk: Archive, alena: Client, kind: str) -> None:
    slug, before = add_words(alena), desk.casebook.store.state()
    alena.post(address(slug), {**FILLED, "kind": kind, "fact-text": "asthma"})
    assert desk.casebook.store.state() == before


def test_a_script_that_is_marked_is_shown_as_words(desk: Archive, alena: Client) -> None:
    script = '<script>alert("zqx")</script>'
    slug = add_words(alena, f"{TEXT} {script}")
    sent = {"words": script, "kind": "occupation", "fact-value": script, "who": "new",
            "name": script}  # fmt: skip
    alena.post(address(slug), sent)
    alena.post(address(slug), {**sent, "who": "belova-alena"})
    for shown in (f"/documents/{slug}", "/waiting", "/people", "/people/belova-alena",
                  f"{address(slug)}?words={script}&kind=occupation"):  # fmt: skip
        assert b"<script>alert" not in alena.get(shown).content


def _by_hand(desk: Archive) -> list:  # type: ignore[type-arg]
    found = Cache(desk.folder).suggestions()
    return [one for one in found if one.extractor == "hand"]
