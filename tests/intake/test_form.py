"""What a document is, by its bytes and not by its name."""

import io
import zipfile

import pytest

from khronika.intake.form import Form, form_of


def packed(*names: str) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for name in names:
            archive.writestr(name, "")
    return kept.getvalue()


@pytest.mark.parametrize(
    ("untrusted", "form"),
    [
        (b"Alena was arrested: see below.", Form.TEXT),
        (b"\n<!-- a note --><!DOCTYPE html><p>", Form.HTML),
        ("<html><p>Алёна".encode("utf-16"), Form.HTML),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', Form.HTML),
        (b"rubbish before\n%PDF-1.7", Form.PDF),
        (b"\x89PNG\r\n\x1a\n", Form.IMAGE),
        (packed("[Content_Types].xml", "word/document.xml"), Form.DOCX),
        (packed("mimetype", "content.xml"), Form.ODT),
        (packed("mimetype", "META-INF/container.xml"), Form.EPUB),
        (packed("letter.txt"), Form.ARCHIVE),
        (packed("[Content_Types].xml", "word/document.xml")[:60], Form.DOCX),
        (b"Received: from x\r\n by y\r\nSubject: z\r\n\r\n", Form.MAIL),
        (b"From alena@a.example Mon\nFrom: alena@a.example\nDate: x\n\nHi", Form.MAIL),
        (b"Date: 5 May\nPlace: the square\n", Form.TEXT),
        (b'{"name": "x", "type": "p", "messages": [{"date_unixtime": "1"}]}', Form.TELEGRAM),
        (b'{"messages": []}', Form.TEXT),
        (b"WARC/1.0\r\n", Form.WARC),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", Form.OLD_OFFICE),
        (b"{\\rtf1", Form.RTF),
        (bytes(range(1, 9)) * 9, Form.BINARY),
        ("Алёну задержали".encode("utf-16-le"), Form.TEXT),
    ],
    ids=lambda one: one.value if isinstance(one, Form) else "bytes",
)
def test_the_bytes_tell_what_they_are(untrusted: bytes, form: Form) -> None:
    assert form_of(untrusted) is form
