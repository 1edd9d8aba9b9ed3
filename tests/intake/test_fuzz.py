"""Documents damaged in every way, by the hundred: each is a reading with problems, and none stops.

`make soak` runs ten thousand for each reader.
"""

import io
import json
import random
import zipfile
from collections.abc import Callable, Iterator

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from khronika.intake import Limits, Reading
from khronika.intake.worker import Pool
from typesetting import Piece, as_docx, as_epub, as_html, as_odt, as_pdf, as_scans, packed

TIMES = 300
TIMES_RECOGNISED = 20
PIECES = (
    Piece("heading", "The case of the lanterns"),
    Piece("paragraph", "Alena Belova was arrested on 5 May 2022, as neighbours say.", note="So."),
    Piece("caption", "A square"),
    Piece("paragraph", "Суд назначил Борису Ладогину шесть лет колонии 30 августа 2022 года."),
)
LIMITS = Limits(seconds=20, unpacked=20_000_000)
LETTER = (
    "From: Vera <vera@lantern.example>\r\nSubject: =?utf-8?b?0J8g0YHRg9C00LU=?=\r\n"
    'Date: Mon, 5 May 2025 10:00:00 +0300\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n'
    "--x\r\nContent-Type: text/html; charset=koi8-r\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    "PHA+SGVsZC48L3A+\r\n--x\r\nContent-Type: image/png\r\n\r\nxxx\r\n--x--\r\n"
)
HOSTILE = (
    b"\x00", b"\xff" * 9, b"<!ENTITY a 'b'>", b"]]>", b"<div>" * 50, b"\xd0", b"%", b'"',
    b"{[" * 40, b"-1", b"99999999999", b"../../etc/passwd",
    "\u202e\ud83d".encode("utf-8", "surrogatepass"),
)  # fmt: skip


def archived() -> bytes:
    kept = io.BytesIO()
    page = as_html(PIECES).encode()
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    writer = WARCWriter(kept, gzip=False)
    record = writer.create_warc_record(
        "http://a.example/", "response", io.BytesIO(page), len(page), http_headers=headers
    )
    writer.write_record(record)
    return kept.getvalue()


def exported() -> bytes:
    message = {"type": "message", "date": "2024-05-01T10:00:00", "date_unixtime": "1", "from": "V"}
    text = ["Held", {"type": "bold", "text": " again"}]
    return json.dumps({"name": "L", "messages": [{**message, "text": text}] * 3}).encode()


def written() -> bytes:
    """A Word document of nothing but its text and notes, so that damage finds these."""
    with zipfile.ZipFile(io.BytesIO(as_docx(PIECES))) as archive:
        kept = ("[Content_Types].xml", "word/document.xml", "word/footnotes.xml")
        files: dict[str, str | bytes] = {name: archive.read(name) for name in kept}
    to_text, to_notes = ("officeDocument", "word/document.xml"), ("footnotes", "footnotes.xml")
    files["_rels/.rels"] = related(*to_text)
    files["word/_rels/document.xml.rels"] = related(*to_notes)
    return packed(files)


def related(kind: str, target: str) -> str:
    base = "http://schemas.openxmlformats.org"
    return (
        f'<?xml version="1.0"?><Relationships xmlns="{base}/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{base}/officeDocument/2006/relationships/{kind}" '
        f'Target="{target}"/></Relationships>'
    )


DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "text": lambda: "\n\n".join(piece.text for piece in PIECES).encode("cp1251"),
    "html": lambda: as_html(PIECES).encode(),
    "pdf": lambda: as_pdf(PIECES, head="Lanterns"),
    "docx": written,
    "odt": lambda: as_odt(PIECES),
    "epub": lambda: as_epub(PIECES),
    "mail": LETTER.encode,
    "telegram": exported,
    "warc": archived,
}


def damaged(document: bytes, chance: random.Random) -> bytes:
    """The document with some of it flipped, cut, doubled, or replaced by something hostile."""
    kept = bytearray(document)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(kept) + 1)
        end = min(len(kept), at + chance.choice((1, 2, 8, 100, 1_000)))
        change = chance.randrange(5)
        if change == 0:
            kept[at:end] = bytes(chance.randrange(256) for _ in range(end - at))
        elif change == 1:
            del kept[at:end]
        elif change == 2:
            kept[at:at] = kept[at:end] * chance.randint(1, 20)
        elif change == 3:
            kept[at:end] = chance.choice(HOSTILE)
        elif chance.random() < 0.2:
            del kept[at:]
    return bytes(kept)


def damaged_inside(document: bytes, chance: random.Random) -> bytes:
    """A zip whose sums are right and one of whose files is damaged, or the zip itself."""
    if chance.random() < 0.3 or not document.startswith(b"PK"):
        return damaged(document, chance)
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(files))
    raw = files[name]
    assert isinstance(raw, bytes)
    return packed(files | {name: damaged(raw, chance)})


def check(reading: Reading) -> None:
    """What holds of every reading, whatever the document was."""
    assert reading.text.strip() or reading.problems
    assert all(one.code.startswith("intake.") and one.message for one in reading.problems)
    at = 0
    for part in reading.parts:
        assert at <= part.start < part.end <= len(reading.text)
        assert all(box.x0 <= box.x1 and box.y0 <= box.y1 for box in part.boxes)
        at = part.end


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(LIMITS) as pool:
        yield pool


@pytest.mark.parametrize("form", DOCUMENTS)
def test_no_damage_stops_a_reader(pool: Pool, form: str, request: pytest.FixtureRequest) -> None:
    chance = random.Random(f"{form} 7")  # noqa: S311 - the same damage every time
    document = DOCUMENTS[form]()
    whole = pool.read(document)
    assert whole.text
    assert whole.format == form
    for _ in range(request.config.getoption("--fuzz", None) or TIMES):
        check(pool.read(damaged_inside(document, chance)))
    assert pool.read(document) == whole


def test_no_damage_stops_the_recogniser(pool: Pool, request: pytest.FixtureRequest) -> None:
    chance = random.Random("scan 7")  # noqa: S311 - the same damage every time
    scan = as_scans(as_pdf(PIECES[:2]), dpi=110)[0]
    for _ in range(min(request.config.getoption("--fuzz", None) or TIMES_RECOGNISED, 200)):
        check(pool.read(damaged(scan, chance)))
    assert "Belova" in pool.read(scan).text
