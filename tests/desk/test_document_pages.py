"""Pages are shown as pictures that were drawn anew, with the words of proposals marked on them."""

import io

import pytest
from django.test import Client
from PIL import Image

from khronika.desk.archive import Archive
from reading import add_file, text_of
from typesetting import Piece, as_pdf

HEARD = "Alena Belova was arrested on 5 May 2022 in Riverside by officers who gave no names."
STORY = [Piece("heading", "A report"), *(Piece("paragraph", f"{HEARD} Lantern {one}. " * 6)
         for one in range(9))]  # fmt: skip


@pytest.fixture
def slug(desk: Archive, alena: Client) -> str:
    return add_file(alena, as_pdf(STORY), name="report.pdf")


def test_a_page_stands_beside_its_picture(slug: str, alena: Client) -> None:
    page = text_of(alena.get(f"/documents/{slug}"))
    assert f'href="/documents/{slug}/pages/1.png"' in page
    assert '<rect class="current"' in page
    answer = alena.get(f"/documents/{slug}/pages/1.png")
    assert answer.headers["Content-Type"] == "image/png"
    with Image.open(io.BytesIO(answer.content)) as picture:
        assert picture.width > picture.height / 2


def test_each_page_of_a_document_is_a_page_of_its_text(slug: str, alena: Client) -> None:
    second = text_of(alena.get(f"/documents/{slug}?page=2"))
    assert f'href="/documents/{slug}/pages/2.png"' in second
    assert "Page 2 of" in second


@pytest.mark.parametrize("number", [0, 99])
def test_there_is_no_picture_of_a_page_that_is_not(slug: str, alena: Client, number: int) -> None:
    assert alena.get(f"/documents/{slug}/pages/{number}.png").status_code == 404


def test_a_picture_that_came_in_is_drawn_anew(desk: Archive, alena: Client) -> None:
    told = io.BytesIO()
    Image.new("RGB", (200, 300), "white").save(told, "PNG", pnginfo=_canary())
    slug = add_file(alena, told.getvalue() + b"<script>zqxtail</script>", name="scan.png")
    answer = alena.get(f"/documents/{slug}/pages/1.png")
    assert answer.status_code == 200
    assert b"zqx" not in answer.content
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_what_has_no_pages_has_no_picture(desk: Archive, alena: Client) -> None:
    slug = add_file(alena, f"<html><body><p>{HEARD}</p></body></html>".encode(), name="a.pdf")
    assert "<svg" not in text_of(alena.get(f"/documents/{slug}"))
    assert alena.get(f"/documents/{slug}/pages/1.png").status_code == 404


def test_the_original_comes_back_whole(desk: Archive, alena: Client) -> None:
    pdf = as_pdf(STORY)
    slug = add_file(alena, pdf, name="report.exe")
    answer = alena.get(f"/documents/{slug}/original")
    assert answer.content == pdf
    assert answer.headers["Content-Disposition"].endswith('.pdf"')


def _canary() -> object:
    from PIL.PngImagePlugin import PngInfo  # noqa: PLC0415 - for this alone

    info = PngInfo()
    info.add_text("Author", "zqxauthor")
    return info
