"""This week: what is ahead, what is due, ten questions, and no name of ours."""

from datetime import date, timedelta
from html import unescape

import pytest
from django.test import Client

from builders import a_claim, a_decision, a_ledger, a_source, person
from desking import BELOVA, NOW, VETROVA
from khronika.desk.accounts.models import Account
from khronika.desk.archive import Archive
from khronika.desk.logbook.models import (
    Contact,
    Cover,
    Detention,
    Letter,
    Parcel,
    Payment,
    Petition,
)
from khronika.desk.week.questions import QUESTIONS, Question, grouped, questions_of
from khronika.dossier.dossier import Gap
from khronika.errors import Say
from khronika.schema.claim import Claim
from khronika.schema.decision import Verb

TODAY = NOW.date()


def accept(desk: Archive, *claims: Claim) -> None:
    accepted = [a_decision(Verb.ACCEPT, one.id()) for one in claims]
    desk.casebook.store.append(a_ledger(claims, sources=[a_source()], decisions=accepted))


def part(client: Client, name: str) -> str:
    """What stands under this heading; empty where it is not there."""
    shown = unescape(client.get("/").content.decode("utf-8"))
    return shown.split(f'id="{name}"')[1].split("</section>")[0] if f'id="{name}"' in shown else ""


def a_letter(**more: object) -> Letter:
    told = {"person": VETROVA, "channel": "paper", "sent": TODAY - timedelta(days=10)}
    return Letter.objects.create(**{**told, **more})


def hold(desk: Archive) -> None:
    """Vetrova is held, and her address is fresh."""
    accept(
        desk,
        a_claim("custody", subject=VETROVA, kind_="pretrial", start="2026-11-02"),
        a_claim("support", subject=VETROVA, kind_="address", facility="sizo-9-verkhnerechensk",
                address={"text": "x", "lang": "ru"}, checked="2026-11-20", checked_by="answer"),
    )  # fmt: skip


def test_a_hearing_says_whether_somebody_goes(desk: Archive, boris: Client) -> None:
    assert "nobody goes yet" in part(boris, "ahead")
    Cover.objects.create(person=BELOVA, day=date(2026, 11, 30), by=Account.objects.get())
    assert "somebody goes" in part(boris, "ahead")


def test_no_volunteer_is_named(desk: Archive, boris: Client) -> None:
    who = Account.objects.get()
    Cover.objects.create(person=BELOVA, day=date(2026, 11, 30), by=who)
    a_letter(outcome="answered", outcome_day=TODAY, replier=who)
    shown = boris.get("/").content.decode()
    assert who.name not in shown
    assert who.hand not in shown


def test_an_answer_waits_until_somebody_wrote_back(desk: Archive, boris: Client) -> None:
    a_letter(outcome="answered", outcome_day=TODAY - timedelta(days=2))
    assert "An answer came on 21 November 2026. Who writes back?" in part(boris, "letters")
    a_letter(sent=TODAY)
    assert "Who writes back?" not in part(boris, "letters")


def test_whoever_waited_longest_for_a_letter_is_named(desk: Archive, boris: Client) -> None:
    hold(desk)
    a_letter(sent=date(2026, 6, 1), outcome="silent")
    assert "The last letter went on 1 June 2026. Who writes?" in part(boris, "letters")


def test_while_no_letter_is_noted_nobody_is_said_to_wait(desk: Archive, boris: Client) -> None:
    hold(desk)
    assert part(boris, "letters") == ""


def test_a_letter_that_came_back_asks_for_the_address(desk: Archive, boris: Client) -> None:
    a_letter(outcome="returned", outcome_day=TODAY - timedelta(days=1))
    assert "A letter came back on 22 November 2026" in part(boris, "addresses")


def test_somebody_detained_comes_first(desk: Archive, boris: Client) -> None:
    Detention.objects.create(person=VETROVA, since=NOW, day=TODAY)
    shown = boris.get("/").content.decode()
    assert shown.index('id="detained"') < shown.index('id="ahead"')


@pytest.mark.parametrize(
    ("make", "asked"),
    [
        (lambda: a_letter(sent=TODAY - timedelta(days=91)), "What became of the letter of"),
        (
            lambda: Parcel.objects.create(person=VETROVA, way="post", counts_as="parcel", slot=1,
                                          reserved=TODAY - timedelta(days=31)),
            "A parcel is reserved since",
        ),
        (
            lambda: Petition.objects.create(subject=BELOVA, office="x", channel="y",
                                            sent=TODAY, due=TODAY - timedelta(days=1)),
            "The answer to a petition was due",
        ),
        (
            lambda: Payment.objects.create(subject=BELOVA, fund="x", purpose="y", amount=1,
                                           currency="RUB", asked=TODAY),
            "Money was asked for on",
        ),
    ],
)  # fmt: skip
def test_what_nobody_brought_to_an_end_is_asked(
    desk: Archive, boris: Client, make: object, asked: str
) -> None:
    assert asked not in part(boris, "questions")
    assert callable(make)
    make()
    assert asked in part(boris, "questions")


def gap(code: str, who: str, due: date | None = None) -> Gap:
    return Gap(person(who), code, Say("gap.no-consent"), due)


def test_ten_questions_are_asked_at_most() -> None:
    gaps = [gap("no-consent", f"p-{number:02}") for number in range(30)]
    assert sum(len(rows) for _, rows in grouped(questions_of(gaps), [])) == QUESTIONS


def test_the_heaviest_question_is_asked_first_and_what_waited_longest() -> None:
    rows = [
        gap("no-consent", "a", date(2020, 1, 1)),
        gap("hearing-without-outcome", "b", date(2026, 3, 1)),
        gap("hearing-without-outcome", "c", date(2026, 2, 1)),
        gap("term-over", "d", date(2026, 11, 1)),
    ]
    late = Question("petition-late", person("e"), Say("gap.no-consent"), date(2026, 1, 1))
    asked = [one.person for _, found in grouped(questions_of(rows), [late]) for one in found]
    assert asked == [person(one) for one in ("d", "c", "b", "e", "a")]


def test_questions_stand_under_their_headings() -> None:
    rows = [gap("term-over", "a"), gap("no-word-of-appeal", "b"), gap("order-over", "c")]
    assert [heading for heading, _ in grouped(questions_of(rows), [])] == [
        "Who should be free",
        "Courts",
    ]


def test_one_of_a_kind_is_asked_about_a_person() -> None:
    rows = [gap("hearing-without-outcome", "a", date(2026, 1, day)) for day in (1, 2)]
    assert sum(len(found) for _, found in grouped(questions_of(rows), [])) == 1


def test_a_family_somebody_spoke_with_is_not_asked_for(desk: Archive, boris: Client) -> None:
    hold(desk)
    said = "No talk with the family is recorded."
    assert part(boris, "questions").count(said) == 2  # of Belova's, and of Vetrova's
    Contact.objects.create(person=VETROVA, on=TODAY)
    assert part(boris, "questions").count(said) == 1


def test_every_list_has_an_end_and_says_how_many_more(desk: Archive, boris: Client) -> None:
    accept(desk, *(
        a_claim("custody", subject=person(f"p-{number:02}"), kind_="pretrial", start="2026-11-02")
        for number in range(20)
    ))  # fmt: skip
    shown = part(boris, "addresses")
    assert shown.count("<li>") == 12
    assert "and 9 more" in shown  # Belova is one of them


def test_a_support_group_is_told_nothing_of_the_logbook(desk: Archive, vera: Client) -> None:
    Detention.objects.create(person=BELOVA, since=NOW, day=TODAY)
    Payment.objects.create(subject=BELOVA, fund="x", purpose="y", amount=1, currency="RUB",
                           asked=TODAY)  # fmt: skip
    a_letter(person=BELOVA, outcome="answered", outcome_day=TODAY)
    shown = vera.get("/").content.decode()
    for word in ("clock is running", "Money was asked", "Who writes back", "goes"):
        assert word not in shown
