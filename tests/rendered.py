"""Small files of every format an edition may render, holding the words they are given."""

import gzip
import zipfile
import zlib
from io import BytesIO


def a_zip(**members: bytes) -> bytes:
    """An archive; a member is named with two underscores for the dot."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "."), content)
    return packed.getvalue()


def a_docx(words: str) -> bytes:
    """Words cut into two runs in the middle of a word, as word processors do."""
    half = len(words) // 2
    runs = "".join(f"<w:r><w:t>{part}</w:t></w:r>" for part in (words[:half], words[half:]) if part)
    document = f'<?xml version="1.0"?><w:document><w:p>{runs}</w:p></w:document>'
    return a_zip(document__xml=document.encode())


def a_pdf(words: str, *, author: str = "") -> bytes:
    """One page with the words in Helvetica, its stream compressed."""
    stream = zlib.compress(f"BT /F1 12 Tf 72 700 Td ({words}) Tj ET".encode("latin-1"))
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources 7 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Author(%b)>>" % author.encode("latin-1"),
        b"<</Font<</F1 5 0 R>>>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(out))
        out += b"%d 0 obj%b endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 8\n0000000000 65535 f \n"
        + table
        + b"trailer<</Size 8/Root 1 0 R/Info 6 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)
    )


def a_gzip(content: bytes) -> bytes:
    """The content, compressed without a time."""
    return gzip.compress(content, mtime=0)
