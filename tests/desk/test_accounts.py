"""Coming in, letting others in, and being out at once."""

from collections.abc import Callable

import pytest
from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from desking import PASSPHRASE
from khronika.desk.accounts.models import Account, Seat
from khronika.desk.archive import Archive
from khronika.desk.rules import Role

OTHER = "harbour velvet ladder crow"


@pytest.fixture
def lead(account: Callable[..., Account]) -> Account:
    return account(Role.COORDINATOR)


def sign_in(name: str = "", passphrase: str = PASSPHRASE) -> Client:
    client = Client()
    client.post("/sign-in", {"name": name, "passphrase": passphrase})
    return client


def is_in(client: Client) -> bool:
    return client.get("/people").status_code == 200


def with_second_step(client: Client, known: Account) -> list[str]:
    """Set up the code app; the recovery codes."""
    client.get("/account/second-step")
    device = TOTPDevice.objects.get(user=known, confirmed=False)
    client.post("/account/second-step", {"code": f"{totp(device.bin_key):06d}"})
    return list(StaticToken.objects.filter(device__user=known).values_list("token", flat=True))


def let_in(client: Client, **more: str) -> None:
    client.post(
        "/accounts",
        {"name": "boris", "role": "volunteer", "passphrase": OTHER, "again": OTHER,
         "own": PASSPHRASE} | more,
    )  # fmt: skip


def test_the_passphrase_opens_and_another_does_not(lead: Account) -> None:
    assert is_in(sign_in())
    assert not is_in(sign_in(passphrase="ferry lantern quiet"))


def test_a_session_has_another_key_after_signing_in(lead: Account) -> None:
    client = Client()
    client.get("/sign-in")
    session = client.session
    session["planted"] = "yes"
    session.save()
    before = session.session_key
    client.cookies["sessionid"] = before
    client.post("/sign-in", {"passphrase": PASSPHRASE})
    assert client.session.session_key != before


def test_many_wrong_tries_shut_the_door_even_to_the_right_passphrase(lead: Account) -> None:
    client = Client()
    answers = [client.post("/sign-in", {"passphrase": "wrong wrong"}) for _ in range(8)]
    assert answers[-1].status_code == 429
    assert client.post("/sign-in", {"passphrase": PASSPHRASE}).status_code == 429
    assert not is_in(client)


def test_nobody_else_is_let_in_without_a_second_step(lead: Account) -> None:
    client = sign_in()
    let_in(client)
    assert Account.objects.count() == 1


def test_a_second_account_can_come_in_and_must_set_up_its_step(lead: Account) -> None:
    client = sign_in()
    with_second_step(client, lead)
    let_in(client)
    boris = sign_in("boris", OTHER)
    answer = boris.get("/people")
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/account/second-step"
    with_second_step(boris, Account.objects.get(name="boris"))
    assert is_in(boris)


def test_letting_in_asks_for_ones_own_passphrase(lead: Account) -> None:
    client = sign_in()
    with_second_step(client, lead)
    let_in(client, own="wrong")
    assert Account.objects.count() == 1


def test_a_support_group_needs_its_case(lead: Account) -> None:
    client = sign_in()
    with_second_step(client, lead)
    let_in(client, role="support")
    assert Account.objects.count() == 1
    let_in(client, role="support", case="square")
    assert Account.objects.get(name="boris").case.endswith("/case/square")


def test_with_a_second_step_the_passphrase_alone_does_not_open(lead: Account) -> None:
    with_second_step(sign_in(), lead)
    assert not is_in(sign_in())


def test_a_recovery_code_opens_once(lead: Account) -> None:
    code, *_ = with_second_step(sign_in(), lead)
    client = sign_in()
    client.post("/sign-in/code", {"code": code})
    assert is_in(client)
    again = sign_in()
    again.post("/sign-in/code", {"code": code})
    assert not is_in(again)


def test_the_code_page_is_nothing_without_a_passphrase(lead: Account) -> None:
    with_second_step(sign_in(), lead)
    assert Client().get("/sign-in/code").headers["Location"] == "/sign-in"


def test_who_leaves_is_out_at_once(lead: Account) -> None:
    client = sign_in()
    with_second_step(client, lead)
    let_in(client)
    boris = sign_in("boris", OTHER)
    with_second_step(boris, Account.objects.get(name="boris"))
    assert is_in(boris)
    client.post(f"/accounts/{Account.objects.get(name='boris').pk}/end")
    assert not is_in(boris)
    assert not is_in(sign_in("boris", OTHER))


def test_nobody_ends_their_own_access_by_mistake(lead: Account) -> None:
    client = sign_in()
    assert client.post(f"/accounts/{lead.pk}/end").status_code == 404
    assert is_in(client)


def test_sessions_are_listed_and_can_be_ended_one_by_one(lead: Account) -> None:
    one, other = sign_in(), sign_in()
    seat = Seat.objects.get(session_key=other.session.session_key)
    assert "Where you are signed in" in one.get("/account").content.decode()
    one.post(f"/account/sessions/{seat.pk}/end")
    assert not is_in(other)
    assert is_in(one)


def test_nobody_ends_the_session_of_somebody_else(
    lead: Account, account: Callable[..., Account], boris: Client
) -> None:
    client = sign_in("coordinator")
    seat = Seat.objects.get(account=lead)
    boris.post(f"/account/sessions/{seat.pk}/end")
    assert is_in(client)


def test_another_passphrase_ends_every_session(lead: Account) -> None:
    one, other = sign_in(), sign_in()
    one.post("/account/passphrase", {"old": PASSPHRASE, "passphrase": OTHER, "again": OTHER})
    assert not is_in(one)
    assert not is_in(other)
    assert is_in(sign_in(passphrase=OTHER))


def test_the_passphrase_is_not_changed_without_the_old_one(lead: Account) -> None:
    client = sign_in()
    client.post("/account/passphrase", {"old": "wrong", "passphrase": OTHER, "again": OTHER})
    assert is_in(client)
    assert not is_in(sign_in(passphrase=OTHER))


def test_signing_out_signs_out(lead: Account) -> None:
    client = sign_in()
    client.post("/sign-out")
    assert not is_in(client)
    assert not Seat.objects.exists()


def test_the_record_knows_a_key_and_not_a_name(desk: Archive, alena: Client) -> None:
    alena.post("/people/belova-alena/ready")
    hand = Account.objects.get(name="coordinator").hand
    hands = {one.by for one in desk.casebook.ledger().decisions.values()}
    assert hand in hands
    assert "coordinator" not in hands


def test_the_language_is_kept_for_a_stranger_and_an_account(lead: Account) -> None:
    client = Client()
    client.post("/language", {"language": "ru", "back": "/sign-in"})
    assert "Парольная фраза" in client.get("/sign-in").content.decode()
    known = sign_in()
    known.post("/language", {"language": "de", "back": "/"})
    assert "Diese Woche" in known.get("/").content.decode()


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example"])
def test_changing_the_language_leads_nowhere_else(lead: Account, back: str) -> None:
    answer = Client().post("/language", {"language": "ru", "back": back})
    assert answer.headers["Location"] == "/"


def test_nobody_tries_passphrases_at_a_browser_that_is_signed_in(lead: Account) -> None:
    client = sign_in()
    for _ in range(8):
        answer = client.post("/export", {"form": "package", "passphrase": "wrong wrong"})
    assert answer.status_code == 429
    again = client.post("/export", {"form": "package", "passphrase": PASSPHRASE})
    assert again.status_code == 429


def test_a_wrong_passphrase_or_two_shut_nobody_out(lead: Account) -> None:
    client = sign_in()
    for _ in range(2):
        client.post("/export", {"form": "package", "passphrase": "wrong wrong"})
    answer = client.post("/export", {"form": "package", "passphrase": PASSPHRASE})
    assert answer.headers["Content-Type"] == "application/zip"
