"""Photos: what is taken in, who sees it, what a mask leaves, and when one may leave."""

from collections.abc import Callable
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from PIL import Image

from desking import CANARY, a_photo
from khronika.desk.archive import Archive
from khronika.desk.rules import Role
from khronika.ledger.in_force import InForce
from khronika.schema.claim import Claim, ClaimId

PAGE = "/people/belova-alena"
SAID = {
    "credit": "A neighbour", "licence": "with permission", "faces": "unknown",
    "words": "A neighbour gave it to us.", "how": "published",
}  # fmt: skip
BOX = {"box-0-left": "10", "box-0-top": "10", "box-0-width": "50", "box-0-height": "40.5"}


def bring(
    client: Client, data: bytes | None = None, name: str = "zqxname.jpg", **more: str
) -> HttpResponse:
    file = SimpleUploadedFile(name, a_photo() if data is None else data, "image/jpeg")
    return client.post(f"{PAGE}/photos", SAID | more | {"picture": file}, follow=True)


def portraits(desk: Archive) -> dict[ClaimId, Claim]:
    claims = in_force(desk).ledger.claims
    return {one: row for one, row in claims.items() if row.kind == "portrait"}


def in_force(desk: Archive) -> InForce:
    return desk.casebook.in_force()


def the_one(desk: Archive) -> ClaimId:
    (one,) = [row for row in portraits(desk) if row in in_force(desk).accepted]
    return one


def test_a_photo_is_kept_without_what_the_camera_or_the_file_told(
    desk: Archive, alena: Client
) -> None:
    bring(alena)
    (claim,) = portraits(desk).values()
    (kept,) = (desk.folder / "media").iterdir()
    assert claim.fields["file"].text == kept.name  # type: ignore[union-attr]
    assert CANARY.encode() not in kept.read_bytes()
    everything = b"".join(one.read_bytes() for one in desk.folder.rglob("*") if one.is_file())
    assert b"zqxname" not in everything


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "also some"),
        (b"GIF89a and so on", "no JPEG, PNG or WebP"),
        (b"", "no JPEG, PNG or WebP"),
        (a_photo() + b"<script>alert(1)</script>", "also something else"),
    ],
)
def test_what_is_no_picture_is_refused_in_a_sentence(
    desk: Archive, alena: Client, data: bytes, said: str
) -> None:
    answer = bring(alena, data)
    assert said in answer.content.decode()
    assert not portraits(desk)
    assert not list((desk.folder / "media").iterdir())


def test_a_photo_goes_out_of_the_desk_as_a_picture_and_nothing_else(
    desk: Archive, alena: Client
) -> None:
    bring(alena, a_photo("PNG"), name="page.html")
    answer = alena.get(f"{PAGE}/photos/{the_one(desk)}")
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"
    assert Image.open(BytesIO(answer.content)).format == "JPEG"


def test_whatever_was_put_into_the_folder_is_handed_out_as_a_picture_or_not_at_all(
    desk: Archive, alena: Client
) -> None:
    bring(alena)
    (kept,) = (desk.folder / "media").iterdir()
    kept.write_bytes(b"<svg><script>alert(1)</script></svg>")
    assert alena.get(f"{PAGE}/photos/{the_one(desk)}").status_code == 404


def test_nobody_below_sees_a_face_that_nobody_agreed_to_show(
    desk: Archive, alena: Client, boris: Client, vera: Client, public: Client
) -> None:
    bring(alena)
    address = f"{PAGE}/photos/{the_one(desk)}"
    assert [one.get(address).status_code for one in (alena, boris, vera, public)] == [
        200, 200, 404, 404,
    ]  # fmt: skip
    assert "<img" not in vera.get(PAGE).content.decode()


def test_a_support_group_sees_a_photo_that_may_be_seen(
    desk: Archive, alena: Client, vera: Client
) -> None:
    bring(alena, faces="agreed")
    one = the_one(desk)
    assert vera.get(f"{PAGE}/photos/{one}").status_code == 200
    alena.post(f"{PAGE}/statements/{one}/level", {"level": "team", "reason": "asked to"})
    assert vera.get(f"{PAGE}/photos/{one}").status_code == 404
    assert "<img" not in vera.get(PAGE).content.decode()


def test_a_photo_is_nobody_elses(desk: Archive, alena: Client) -> None:
    bring(alena)
    one, name = the_one(desk), in_force(desk).ledger.claims
    other = next(row for row, claim in name.items() if claim.kind == "name")
    for address in (f"/people/vetrova-vera/photos/{one}", f"{PAGE}/photos/{other}"):
        assert alena.get(address).status_code == 404
        assert alena.post(f"{address}/mask", BOX | {"keep": "yes"}).status_code == 404


def test_a_masked_photo_takes_the_place_of_the_one_that_showed_a_face(
    desk: Archive, alena: Client
) -> None:
    bring(alena)
    old = the_one(desk)
    before = [one.name for one in (desk.folder / "media").iterdir()]
    alena.post(f"{PAGE}/photos/{old}/mask", BOX | {"covers": "yes", "keep": "yes"})
    new = the_one(desk)
    assert new != old
    assert in_force(desk).ledger.claims[new].fields["faces"].choice == "masked"  # type: ignore[union-attr]
    after = [one.name for one in (desk.folder / "media").iterdir()]
    assert len(after) == 1
    assert after != before
    answer = alena.get(f"{PAGE}/photos/{new}?large=1")
    shown = Image.open(BytesIO(answer.content)).convert("L").crop((12, 14, 44, 46))
    assert shown.getextrema()[1] - shown.getextrema()[0] < 40


def test_a_mask_is_looked_at_before_it_is_kept(desk: Archive, alena: Client) -> None:
    bring(alena)
    old = the_one(desk)
    page = alena.post(f"{PAGE}/photos/{old}/mask", BOX | {"look": "yes"}).content.decode()
    assert "box=100,100,500,405" in page
    assert the_one(desk) == old
    shown = alena.get(f"{PAGE}/photos/{old}?large=1&box=100,100,500,405&box=nonsense&box=1,2")
    assert shown.status_code == 200


@pytest.mark.parametrize(
    "sent", [{}, BOX | {"box-0-width": ""}, BOX | {"box-0-left": "200"}, BOX | {"box-0-top": "a"}]
)
def test_a_box_that_is_none_is_asked_about(
    desk: Archive, alena: Client, sent: dict[str, str]
) -> None:
    bring(alena)
    old = the_one(desk)
    answer = alena.post(f"{PAGE}/photos/{old}/mask", sent | {"keep": "yes"})
    assert answer.status_code == 422
    assert the_one(desk) == old


def test_a_photo_says_why_it_stays(desk: Archive, alena: Client) -> None:
    alena.post(f"{PAGE}/ready")
    alena.post(f"{PAGE}/consent", {"state": "given"})
    assert "Not every face" in bring(alena).content.decode()
    alena.post(f"{PAGE}/photos/{the_one(desk)}/mask", BOX | {"covers": "yes", "keep": "yes"})
    assert "It may go out." in alena.get(f"{PAGE}/photos").content.decode()


def test_a_photo_waits_for_a_second_reader_who_did_not_mask_it(
    desk: Archive, alena: Client, enter: Callable[..., Client]
) -> None:
    irina = enter(Role.EDITOR)
    bring(alena, faces="agreed")
    (first,) = portraits(desk)
    assert first not in in_force(desk).accepted
    irina.post(f"{PAGE}/photos/{first}/mask", BOX | {"covers": "yes", "keep": "yes"})
    (second,) = [one for one in portraits(desk) if one != first]
    irina.post(f"/waiting/{second}", {"answer": "accept"})
    assert second not in in_force(desk).accepted
    alena.post(f"/waiting/{second}", {"answer": "accept"})
    assert second in in_force(desk).accepted
