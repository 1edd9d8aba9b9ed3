"""What goes out of a picture, and what is no picture."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from khronika.clearance import picture
from khronika.clearance.picture import LARGEST, NoPicture, stripped

CANARY = "zqx told by a camera"
DESCRIPTION, ORIENTATION, UPSIDE_DOWN = 0x010E, 0x0112, 3


def a_picture(mode: str = "RGB", size: tuple[int, int] = (40, 50)) -> Image.Image:
    """Dark above, light below."""
    made = Image.new("RGB", size, "white")
    made.paste("black", (0, 0, size[0], size[1] // 2))
    return made.convert(mode)


def in_form(form: str, made: Image.Image | None = None, **more: object) -> bytes:
    out = BytesIO()
    (made or a_picture()).save(out, form, **more)
    return out.getvalue()


def shown(data: bytes) -> Image.Image:
    return Image.open(BytesIO(stripped(data).data))


def with_notes() -> bytes:
    exif = Image.Exif()
    exif[DESCRIPTION] = CANARY
    xmp = f"<x:xmpmeta>{CANARY}</x:xmpmeta>".encode()
    data = in_form("JPEG", exif=exif, xmp=xmp, comment=CANARY.encode())
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(CANARY)) + CANARY.encode()
    return data[:2] + b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc + data[2:]


def test_what_a_camera_noted_does_not_go_out() -> None:
    data = with_notes()
    assert data.count(CANARY.encode()) == 4  # EXIF, XMP, IPTC and the comment
    assert CANARY.encode() not in stripped(data).data
    assert not shown(data).getexif()


def test_what_a_program_noted_does_not_go_out() -> None:
    noted = PngImagePlugin.PngInfo()
    noted.add_text("Author", CANARY)
    data = in_form("PNG", a_picture("L"), pnginfo=noted) + CANARY.encode()
    assert data.count(CANARY.encode()) == 2
    assert CANARY.encode() not in stripped(data).data


def test_the_small_copy_from_before_the_faces_were_masked_does_not_go_out() -> None:
    unmasked = in_form("JPEG", Image.effect_noise((32, 32), 90))
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9286] = unmasked  # where programs keep what has no place of its own
    data = in_form("JPEG", exif=exif)
    assert unmasked in data
    assert unmasked not in stripped(data).data


def test_a_picture_lying_on_its_head_is_put_upright() -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = UPSIDE_DOWN
    upright = shown(in_form("JPEG", exif=exif)).convert("1")
    assert upright.getpixel((20, 45)) == 0
    assert upright.getpixel((20, 5)) == 255


@pytest.mark.parametrize(
    ("form", "mode", "suffix"),
    [("JPEG", "RGB", "jpg"), ("JPEG", "CMYK", "jpg"), ("PNG", "RGBA", "jpg"), ("PNG", "P", "png"),
     ("PNG", "1", "png"), ("PNG", "I;16", "jpg"), ("WEBP", "RGB", "jpg")],
)  # fmt: skip
def test_every_form_a_group_may_have_is_read(form: str, mode: str, suffix: str) -> None:
    made = stripped(in_form(form, a_picture("L" if mode == "I;16" else mode)))
    assert made.suffix in {suffix, "png"}
    assert (made.width, made.height) == (40, 50)


def test_a_drawing_in_colours_keeps_them() -> None:
    red = Image.new("RGB", (8, 8), "red").quantize(4)
    assert shown(in_form("PNG", red)).convert("RGB").getpixel((4, 4)) == (255, 0, 0)


def test_what_shines_through_is_white() -> None:
    clear = Image.new("RGBA", (8, 8), (0, 0, 0, 0))
    assert shown(in_form("PNG", clear)).convert("L").getpixel((4, 4)) == 255


def test_a_large_picture_is_made_as_small_as_it_is_shown() -> None:
    made = stripped(in_form("PNG", a_picture("L", (1600, 1000))))
    assert (made.width, made.height) == (LARGEST[0], 300)


def test_equal_bytes_give_equal_pictures() -> None:
    assert stripped(in_form("JPEG")) == stripped(in_form("JPEG"))


def bomb() -> bytes:
    """A few bytes that promise ten thousand million points."""

    def chunk(name: bytes, data: bytes) -> bytes:
        check = zlib.crc32(name + data)
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "unreadable"),
        (b"no picture", "unreadable"),
        (in_form("JPEG")[:200], "unreadable"),
        (in_form("PNG", a_picture("L", (300, 300)))[:-40], "unreadable"),
        (in_form("GIF"), "unreadable"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "unreadable"),
        (bomb(), "unreadable"),
    ],
    ids=["empty", "words", "cut", "cut late", "another form", "a page", "bomb"],
)
def test_what_is_no_picture_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(NoPicture) as refused:
        stripped(data)
    assert refused.value.code == code


def test_a_picture_of_more_points_than_anybody_needs_is_not_opened(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(picture, "MAX_POINTS", 1_999)
    with pytest.raises(NoPicture, match="points"):
        stripped(in_form("JPEG"))


def test_a_file_of_more_bytes_than_a_picture_has_is_not_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(picture, "MAX_BYTES", 10)
    with pytest.raises(NoPicture, match="larger"):
        stripped(in_form("JPEG"))
