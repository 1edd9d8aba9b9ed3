"""What the bytes of a document are, told by the bytes alone.

A name can be wrong, missing or chosen to deceive; the first bytes decide which reader is run.
"""

import io
import re
import zipfile
import zlib
from enum import StrEnum

from khronika.intake.decoding import wide_encoding

HEAD = 4_096
_LONG_HEAD = 1_000_000


class Form(StrEnum):
    """The forms of documents there are; those without a reader are told by name."""

    TEXT = "text"
    HTML = "html"
    PDF = "pdf"
    IMAGE = "image"
    DOCX = "docx"
    ODT = "odt"
    EPUB = "epub"
    MAIL = "mail"
    TELEGRAM = "telegram"
    WARC = "warc"
    OLD_OFFICE = "old-office"
    RTF = "rtf"
    ARCHIVE = "archive"
    SOUND = "sound"
    BINARY = "binary"


_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", Form.IMAGE),
    (b"\xff\xd8\xff", Form.IMAGE),
    (b"II*\x00", Form.IMAGE),
    (b"MM\x00*", Form.IMAGE),
    (b"GIF8", Form.IMAGE),
    (b"WARC/", Form.WARC),
    (b"\x1f\x8b", Form.WARC),
    (b"\xd0\xcf\x11\xe0", Form.OLD_OFFICE),
    (b"{\\rtf", Form.RTF),
    (b"7z\xbc\xaf\x27\x1c", Form.ARCHIVE),
    (b"Rar!", Form.ARCHIVE),
    (b"OggS", Form.SOUND),
    (b"ID3", Form.SOUND),
    (b"RIFF", Form.BINARY),
)
_PDF = b"%PDF-"
_ZIP = b"PK\x03\x04"
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|article|div|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEADER = re.compile(
    rb"^(from|to|subject|date|received|message-id|mime-version|return-path):", re.IGNORECASE
)
_FIELD = re.compile(rb"^[!-9;-~]+:|^[ \t]")
_TELEGRAM = re.compile(rb"\s*\{.*\"messages\"\s*:\s*\[", re.DOTALL)
_CHATS = re.compile(rb"\"(?:date_unixtime|text_entities|chats|private_supergroup)\"")
_ODF_TEXT = "application/vnd.oasis.opendocument.text"
_CONTAINER = "META-INF/container.xml"


def form_of(untrusted: bytes) -> Form:
    """What these bytes are; what is like nothing else is text."""
    data = untrusted.removeprefix(b"\xef\xbb\xbf")
    head = data[:HEAD]
    if _PDF in head[:1_024]:
        return Form.PDF
    if head.startswith(_ZIP):
        return _packed(untrusted)
    for beginning, form in _BEGINNINGS:
        if head.startswith(beginning):
            return form
    return _written(data, head)


def _written(data: bytes, head: bytes) -> Form:
    if _HTML.match(_narrow(head)):
        return Form.HTML
    if head.lstrip().startswith(b"{") and _is_telegram(data[:_LONG_HEAD]):
        return Form.TELEGRAM
    if _is_mail(head):
        return Form.MAIL
    return Form.BINARY if _is_binary(head) else Form.TEXT


def _narrow(head: bytes) -> bytes:
    """The head of a wide encoding, its zeros gone, so that tags can be seen."""
    return head.replace(b"\x00", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")


def _is_telegram(head: bytes) -> bool:
    return bool(_TELEGRAM.match(head) and _CHATS.search(head))


def _is_mail(head: bytes) -> bool:
    """Whether it begins with a block of header fields, two of them those of a letter."""
    lines = head.splitlines()
    if lines and lines[0].startswith(b"From "):
        del lines[0]
    known = set()
    for line in lines:
        if not _FIELD.match(line):
            break
        if found := _HEADER.match(line):
            known.add(found[1].lower())
    return len(known) >= 2


def _is_binary(head: bytes) -> bool:
    """Whether these are no signs in any encoding; NUL bytes are left to the reader of text."""
    if wide_encoding(head) or head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    controls = sum(0 < byte < 9 or 13 < byte < 32 for byte in head)
    return controls * 20 > len(head)


def _packed(data: bytes) -> Form:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _by_members(archive)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError):
        return _by_first_member(data)


def _by_members(archive: zipfile.ZipFile) -> Form:
    names = set(archive.namelist())
    if "word/document.xml" in names:
        return Form.DOCX
    if _CONTAINER in names:
        return Form.EPUB
    if "mimetype" in names and "content.xml" in names:
        return Form.ODT
    return Form.ARCHIVE


def _by_first_member(data: bytes) -> Form:
    """What a damaged archive was meant to be."""
    head = data[:HEAD]
    if b"word/" in head or b"[Content_Types].xml" in head:
        return Form.DOCX
    if b"epub+zip" in head:
        return Form.EPUB
    return Form.ODT if _ODF_TEXT.encode() in head else Form.ARCHIVE
