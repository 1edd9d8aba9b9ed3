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
from collections.abc import Iterator
from io import BytesIO
from urllib.parse import unquote

from khronika.errors import KhronikaError

MAX_BYTES = 256 * 1024 * 1024  # a whole site in one archive is a tenth of it
MAX_STREAM = 16 * 1024 * 1024  # of one stream of a PDF; beyond it there are only pictures
MAX_DEPTH = 3  # a book in a pack in an archive

_TAG = re.compile(r"<[^<>]*>")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_RUN = re.compile(r"[^\W_][\w\s.,:;!?'\"()/@&#%+*=<>\-«»“”„’–—]{7,}")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|([nrtbf])|(.))", re.DOTALL)
_FOLD = re.compile(r"\r?\n[ \t]")  # calendars cut lines in the middle of words
_HYPHEN = re.compile(r"(?<=\w)[-\u2010]\s*\n\s*(?=\w)")


class Unscannable(KhronikaError):
    """A file could not be opened to the last page, so nobody can say what it holds."""

    def __init__(self, file: str, why: str) -> None:
        super().__init__(f"{file} cannot be checked before publishing: {why}.")
        self.file = file


def texts_in(file: str, content: bytes) -> Iterator[tuple[str, str]]:
    """Every text in the file with the name of its place, in each way it can be read."""
    for place, part in _parts(file, content, depth=0):
        for reading in _readings(part):
            yield place, reading


def _parts(place: str, content: bytes, *, depth: int) -> Iterator[tuple[str, str]]:
    if content.startswith(b"PK\x03\x04"):
        yield from _members(place, content, depth=depth)
    elif content.startswith(b"\x1f\x8b"):
        yield from _parts(place, _gunzip(place, content), depth=depth)
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


def _pdf_texts(place: str, content: bytes) -> Iterator[str]:
    """Pages as they read, where the reader of PDF is installed; and every stream as it is."""
    yield from _pages(place, content)
    yield _decoded(content)
    for found in _STREAM.finditer(content):
        unpacked = _inflated(found[1])
        if unpacked:
            yield _decoded(unpacked)


def _pages(place: str, content: bytes) -> Iterator[str]:
    try:
        import pypdf  # noqa: PLC0415 - an extra, and slow to load where there is no PDF
    except ImportError:
        return
    try:
        reader = pypdf.PdfReader(BytesIO(content))
        for page in reader.pages:
            text = page.extract_text()
            yield text
            yield _HYPHEN.sub("", text)
        yield "\n".join(str(value) for value in (reader.metadata or {}).values())
    except pypdf.errors.PyPdfError as why:
        raise Unscannable(place, "the PDF is damaged or locked") from why


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


def _readings(text: str) -> Iterator[str]:
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
