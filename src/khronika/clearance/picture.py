"""A picture that may leave: its points and nothing else.

What cameras and editors put beside the points (where, when, by whom, and a small copy of the
picture as it was before faces were masked) does not go out, whatever form it has.

Invariants:

- The bytes are written anew from the points; nothing of the old file is copied.
- A picture is opened only if its own head promises no more points than `MAX_POINTS`.
- Equal bytes give equal pictures.
- What a mask covers is painted over, not blurred: no point of it is left.
"""

import hashlib
import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw, ImageOps

from khronika.errors import KhronikaError

FORMS = ("JPEG", "PNG", "WEBP")
LARGEST = (480, 600)  # points; a page shows it at half of that, and screens are fine
LARGEST_KEPT = (1600, 2000)  # points; what the group keeps for itself, enough for a printed page
MAX_BYTES = 20_000_000
MAX_POINTS = 40_000_000  # eight thousand by five; a small file can promise a million times more
_MASK = "#6f6f6f"
_DRAWN = {"1": "L", "L": "L", "P": "RGB"}  # drawings and scans, which JPEG makes blurred


class NoPicture(KhronikaError):
    """The bytes are no picture that can be shown."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a picture in thousandths of its width and height, from its upper left corner."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, ready to be shown, with its size in points; `suffix` is that of its form."""

    data: bytes
    width: int
    height: int
    suffix: str

    @property
    def digest(self) -> str:
        """SHA-256 of the picture as it goes out."""
        return hashlib.sha256(self.data).hexdigest()


def stripped(data: bytes) -> Picture:
    """The picture upright, no larger than is shown, written anew; raises `NoPicture`."""
    return written_anew(data, LARGEST)


def written_anew(data: bytes, largest: tuple[int, int], boxes: Iterable[Box] = ()) -> Picture:
    """The picture upright and no larger than this, with nothing left of what the boxes cover.

    Raises `NoPicture`.
    """
    if len(data) > MAX_BYTES:
        raise NoPicture("too-large", f"The picture is larger than {MAX_BYTES:,} bytes.")
    try:
        with warnings.catch_warnings(), Image.open(BytesIO(data), formats=FORMS) as opened:
            warnings.simplefilter("ignore")  # of damaged notes, which are thrown away
            return _written(opened, largest, tuple(boxes))
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as why:
        named = ", ".join(FORMS)
        raise NoPicture("unreadable", f"The file is damaged, or none of {named}.") from why


def _written(opened: Image.Image, largest: tuple[int, int], boxes: Iterable[Box]) -> Picture:
    if opened.width * opened.height > MAX_POINTS:
        raise NoPicture("too-many-points", f"The picture has more than {MAX_POINTS:,} points.")
    is_drawn, mode = opened.mode in _DRAWN, _DRAWN.get(opened.mode, "RGB")
    opened.draft("RGB", largest)  # of a JPEG no more is unpacked than is needed
    upright = ImageOps.exif_transpose(opened)
    upright.thumbnail(largest)
    points = Image.new(mode, upright.size, "white")
    shown = upright.convert("RGBA")
    points.paste(shown, mask=shown.getchannel("A"))
    _cover(points, boxes)
    out = BytesIO()
    if is_drawn:
        points.save(out, "PNG", optimize=True)
    else:
        points.save(out, "JPEG", quality=85, optimize=True)
    return Picture(out.getvalue(), *points.size, "png" if is_drawn else "jpg")


def _cover(points: Image.Image, boxes: Iterable[Box]) -> None:
    """Paint the boxes over; what is blurred can be made out again, what is painted over cannot."""
    pen, (width, height) = ImageDraw.Draw(points), points.size
    for box in boxes:
        left, top = box.left * width // 1000, box.top * height // 1000
        right = -(-(box.left + box.width) * width // 1000)
        bottom = -(-(box.top + box.height) * height // 1000)
        pen.rectangle((left, top, right, bottom), fill=_MASK)
