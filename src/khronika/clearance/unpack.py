"""The texts in a rendered file, whatever its format: what a reader could see, search or unzip.

Invariants:

- What cannot be opened is not passed over: `Unscannable` names the file.
- Nothing is unpacked without a bound.
"""

import gzip
import html
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from io import BytesIO
from urllib.parse import unquote

from khronika.errors import KhronikaError

MAX_BYTES = 256 * 1024 * 1024  # a whole site in one archive is a tenth of it
MAX_STREAM = 16 * 1024 * 1024  # of one stream of a PDF; beyond it there are only pictures
MAX_DEPTH = 3  # a book in a pack in an archive

_TAG = re.compile(r"<[^<>]*>")
_TAG_IN_LINE, _BRACKET = re.compile(r"<[^<>\n]*>"), re.compile(r"[<>]")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_RUN = re.compile(r"[^\W_][\w\s.,:;!?'\"()/@&#%+*=<>\-«»“”„’–—]{7,}")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|([nrtbf])|(.))", re.DOTALL)
_FOLD = re.compile(r"\r?\n[ \t]")  # calendars cut lines in the middle of words
_HYPHEN = re.compile(r"(?<=\w)(?:[-\u2010\ufffe\x02]\s*\n|[\ufffe\x02])\s*(?=\w)")
_ZIP, _GZIP, _PNG = b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG\r\n\x1a\n"
_PACKED = (_ZIP, _GZIP, _PNG)
_OVER_LINES = ("\\", "BEGIN:V", "\0")  # escapes, folds, and what no line was meant to be read in
_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")  # where something packed may begin
_POINTS = frozenset({b"IDAT", b"IHDR", b"PLTE", b"IEND"})
_FONTS = (b"\x00\x01\x00\x00", b"OTTO", b"true", b"%!PS-Adobe-3.0 Resource-CMap")
_WIDE = re.compile(rb"\(\xfe\xff((?:\\.|[^\\)])*)\)", re.DOTALL)


class Unscannable(KhronikaError):
    """A file could not be opened to the last page, so nobody can say what it holds."""

    def __init__(self, file: str, why: str) -> None:
        super().__init__(f"{file} cannot be checked before publishing: {why}.")
        self.file = file


def texts_in(file: str, content: bytes) -> Iterator[tuple[str, str]]:
    """Every text in the file with the name of its place, in each way it can be read."""
    for place, part in parts_in(file, content):
        for reading in readings_in(part):
            yield place, reading


def parts_in(file: str, content: bytes) -> Iterator[tuple[str, str]]:
    """Every text in the file as it lies there, with the name of its place."""
    return _parts(file, content, depth=0)


def lines_in(content: bytes) -> list[str] | None:
    """The lines of a plain text; None where words or signs may go over the end of one."""
    if content.startswith(_PACKED) or b"%PDF-" in content[:1024]:
        return None
    text = _decoded(content)
    return None if any(sign in text for sign in _OVER_LINES) else text.split("\n")


def readings_of(lines: Iterable[str]) -> list[str]:
    """The ways to read some of `lines_in`; none where a tag goes on in another line."""
    text = "\n".join(lines)
    if _BRACKET.search(_TAG_IN_LINE.sub("", html.unescape(html.unescape(text)))):
        return []
    return list(readings_in(text))


def _parts(place: str, content: bytes, *, depth: int) -> Iterator[tuple[str, str]]:
    if content.startswith(_ZIP):
        yield from _members(place, content, depth=depth)
    elif content.startswith(_GZIP):
        yield from _parts(place, _gunzip(place, content), depth=depth)
    elif content.startswith(_PNG):
        yield from ((place, text) for text in _png_texts(place, content))
    elif b"%PDF-" in content[:1024]:
        yield from ((place, text) for text in _pdf_texts(place, content))
    else:
        yield place, _decoded(content)


def _members(place: str, content: bytes, *, depth: int) -> Iterator[tuple[str, str]]:
    if depth == MAX_DEPTH:
        raise Unscannable(place, "archives lie in it too deep")
    left = MAX_BYTES
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            for member in archive.infolist():
                inner = f"{place}!{member.filename}"
                yield place, member.filename
                with archive.open(member) as stream:
                    unpacked = stream.read(left + 1)
                left -= len(unpacked)
                if left < 0:
                    raise Unscannable(place, "it unpacks to more than can be read")
                yield from _parts(inner, unpacked, depth=depth + 1)
    except (zipfile.BadZipFile, RuntimeError, zlib.error, NotImplementedError) as why:
        raise Unscannable(place, "the archive is damaged or locked") from why


def _gunzip(place: str, content: bytes) -> bytes:
    try:
        with gzip.open(BytesIO(content)) as stream:
            unpacked = stream.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as why:
        raise Unscannable(place, "it is damaged") from why
    if len(unpacked) > MAX_BYTES:
        raise Unscannable(place, "it unpacks to more than can be read")
    return unpacked


def _png_texts(place: str, content: bytes) -> Iterator[str]:
    """The texts a picture carries beside its points, which say nothing that can be read."""
    at = len(_PNG)
    while at < len(content):
        size = int.from_bytes(content[at : at + 4])
        kind, data = content[at + 4 : at + 8], content[at + 8 : at + 8 + size]
        if len(data) < size:
            raise Unscannable(place, "the picture is damaged")
        if kind not in _POINTS:
            yield _decoded(data)
            yield from (_decoded(_inflated(data[one.start() :])) for one in _ZLIB.finditer(data))
        at += size + 12


def _pdf_texts(place: str, content: bytes) -> Iterator[str]:
    """Pages as they read, headings, who made it; and every stream as it is."""
    yield from _pages(place, content)
    for stream in (content, *map(_inflated, _STREAM.findall(content))):
        if not _is_for_machines(stream):
            yield _decoded(stream)
            yield from map(_wide, _WIDE.findall(stream))


def _pages(place: str, content: bytes) -> Iterator[str]:
    """What stands on the pages: fonts number their letters, so no stream can be read without."""
    try:
        import pypdfium2  # noqa: PLC0415 - an extra, and slow to load where there is no PDF
    except ImportError as why:
        raise Unscannable(place, "what reads PDF is not installed (khronika[print])") from why
    try:
        with closing(pypdfium2.PdfDocument(content)) as document:
            for page in document:
                text = page.get_textpage().get_text_bounded()
                yield text
                yield _HYPHEN.sub("", text)
            yield "\n".join(one.get_title() for one in document.get_toc())
            yield "\n".join(document.get_metadata_dict().values())
    except pypdfium2.PdfiumError as why:
        raise Unscannable(place, "the PDF is damaged or locked") from why


def _is_for_machines(stream: bytes) -> bool:
    """Whether it is a font, its table of letters or a profile of colours: shapes and numbers."""
    return len(stream) < 4 or stream.startswith(_FONTS) or stream[36:40] == b"acsp"


def _wide(text: bytes) -> str:
    """A text of a PDF in two bytes to a letter, such as what a picture shows."""
    return re.sub(rb"\\(.)", rb"\1", text, flags=re.DOTALL).decode("utf-16-be", "replace")


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream.strip(b"\r\n"), MAX_STREAM)
    except zlib.error:
        return b""


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    text = content.decode("utf-8", errors="replace")
    if "\0" in text[:65_536]:  # a picture or a font: only runs of letters are anybody's words
        return "\n".join(_RUN.findall(text))
    return text


def readings_in(text: str) -> Iterator[str]:
    """The text as it stands, and with each layer of packing taken off."""
    yield text
    if "\\" in text:
        text = _ESCAPE.sub(_unescaped, text)
        yield text
    if "BEGIN:V" in text:
        text = _FOLD.sub("", text)
        yield text
    if "&" in text:
        text = html.unescape(html.unescape(text))
        yield text
    if "<" in text:
        yield _TAG.sub(" ", text)
        yield _TAG.sub("", text)  # a word may change its type in the middle
    if "%" in text:
        yield unquote(text)


def _unescaped(found: re.Match[str]) -> str:
    code, space, other = found.groups()
    if code:
        return chr(int(code, 16))
    return " " if space else str(other)
