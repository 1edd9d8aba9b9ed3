import io
import struct
import zlib

from PIL import Image

from khronika.editions.paper.png import with_description


def a_png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 3), (140, 29, 47)).save(out, "PNG")
    return out.getvalue()


def test_the_words_of_a_card_are_in_its_file_and_the_picture_stays() -> None:
    with Image.open(io.BytesIO(with_description(a_png(), "Алёна Белова"))) as picture:
        assert picture.info["Description"] == "Алёна Белова"  # as any program reads it
        assert picture.size == (4, 3)
        assert picture.getpixel((1, 1)) == (140, 29, 47)


def test_every_part_of_the_file_has_its_sum() -> None:
    rest = with_description(a_png(), "words")[8:]
    while rest:
        size = struct.unpack(">I", rest[:4])[0]
        assert struct.pack(">I", zlib.crc32(rest[4 : 8 + size])) == rest[8 + size : 12 + size]
        rest = rest[12 + size :]
