import sys
import zlib
from io import BytesIO

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from khronika.clearance import unpack
from khronika.clearance.unpack import Unscannable, texts_in
from rendered import a_gzip, a_pdf, a_zip


def read(content: bytes, file: str = "file") -> str:
    return "\n".join(text for _, text in texts_in(file, content))


READINGS = [
    (b"<p>Alena<b> Belova</b></p>", "Alena Belova"),
    (b"<p>Al<b>ena</b> Belova</p>", "Alena Belova"),
    (b'<img alt="Alena Belova">', "Alena Belova"),
    (b"Alena&nbsp;Bel&#111;va", "Alena\xa0Belova"),
    (b"&lt;b&gt;Al&lt;/b&gt;ena", "Alena"),  # a feed holds a page
    (b"a&amp;amp;b Al&amp;eacute;na", "Al\xe9na"),
    (b'{"name": "\\u0410\\u043b\\u0451\\u043d\\u0430"}', "Алёна"),
    (b'"\\nAlena \\"Belova\\""', ' Alena "Belova"'),
    (b"?q=Alena%20Belova", "Alena Belova"),
    (b"BEGIN:VEVENT\r\nSUMMARY:Alena Be\r\n lova\r\nEND:VEVENT", "Alena Belova"),
    ("Алёна".encode("utf-16"), "Алёна"),
    (b"\x89PNG\0\0\0\x01tEXtAuthor\0Alena Belova\0\xff\xfe\x01", "Alena Belova"),
]


@pytest.mark.parametrize(("content", "words"), READINGS)
def test_words_are_found_below_every_layer_of_packing(content: bytes, words: str) -> None:
    assert words in read(content)


def test_letters_that_happen_to_stand_in_a_picture_are_no_words() -> None:
    assert "abc" not in read(b"\0\x01abc\x02\0")


def test_an_archive_is_read_with_its_names_and_to_its_depth() -> None:
    book = a_zip(chapter__xhtml=b"Alena Belova")
    places = dict(texts_in("pack.zip", a_zip(book__epub=book, note__txt=b"hello")))
    assert places["pack.zip!book.epub!chapter.xhtml"] == "Alena Belova"
    assert places["pack.zip!note.txt"] == "hello"
    assert "chapter.xhtml" in read(book)


def test_a_compressed_file_is_read() -> None:
    assert read(a_gzip(b"Alena Belova")) == "Alena Belova"


def test_a_page_of_a_pdf_is_read_and_who_made_it() -> None:
    text = read(a_pdf("Alena Belova", author="Boris Gray"))
    assert "Alena Belova" in text
    assert "Boris Gray" in text


def test_without_the_reader_of_pdf_nobody_can_say_what_a_pdf_holds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(Unscannable, match="not installed"):
        read(a_pdf("Alena Belova"))


def test_what_a_pdf_holds_beside_its_pages_is_read() -> None:
    hidden = "Алёна Белова".encode("utf-16-be").replace(b"\\", b"\\\\")
    beside = zlib.compress(b"<</Alt(\xfe\xff" + hidden + b")>>")
    stream = b"8 0 obj<</Length %d>>stream\n%b\nendstream endobj\n" % (len(beside), beside)
    assert "Алёна Белова" in read(a_pdf("nobody").replace(b"xref", stream + b"xref", 1))


def a_picture(**beside: str) -> bytes:
    out, info = BytesIO(), PngInfo()
    for name, words in beside.items():
        info.add_itxt(name, words, zip=name == "packed")
    Image.new("RGB", (3, 3)).save(out, "PNG", pnginfo=info)
    return out.getvalue()


def test_the_texts_of_a_picture_are_read_packed_or_not() -> None:
    text = read(a_picture(plain="Алёна Белова", packed="Boris Gray " * 9))
    assert "Алёна Белова" in text
    assert "Boris Gray" in text


DAMAGED = [
    a_picture(plain="x")[:-20],
    b"PK\x03\x04 cut off",
    a_zip(note__txt=b"hello" * 99)[:-30],
    a_gzip(b"hello")[:-6],
    b"\x1f\x8b nothing",
    b"%PDF-1.4 cut off",
]


@pytest.mark.parametrize("content", DAMAGED, ids=range(len(DAMAGED)))
def test_what_cannot_be_opened_is_not_passed_over(content: bytes) -> None:
    with pytest.raises(Unscannable, match="pack"):
        read(content, "pack")


def test_nothing_is_unpacked_without_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpack, "MAX_BYTES", 10)
    for bomb in (a_zip(a=b"0" * 6, b=b"0" * 6), a_gzip(b"0" * 11)):
        with pytest.raises(Unscannable, match="more than can be read"):
            read(bomb)
    assert read(a_gzip(b"0" * 10))


def test_archives_in_archives_have_an_end() -> None:
    deep = b"hello"
    for _ in range(unpack.MAX_DEPTH + 1):
        deep = a_zip(inner__zip=deep)
    with pytest.raises(Unscannable, match="too deep"):
        read(deep)


def test_of_a_huge_stream_only_the_beginning_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpack, "MAX_STREAM", 10)
    assert unpack._inflated(zlib.compress(b"a" * 99)) == b"a" * 10
