"""Keeps the pictures that people bring, and masks faces in them.

Invariants:

- What is kept is written anew from the points: no place, hour, author or small copy comes in.
- A file's name says nothing of who is in it.
- A picture that was masked is kept without its mask nowhere here; old backups may hold it.
"""

from collections.abc import Callable, Collection
from io import BytesIO
from pathlib import Path
from zipfile import is_zipfile

from khronika.casebook.layout import MEDIA
from khronika.casebook.pictures import read_file
from khronika.casebook.writes import write_whole
from khronika.clearance.picture import (
    LARGEST_KEPT,
    MAX_BYTES,
    Box,
    NoPicture,
    Picture,
    written_anew,
)

_OTHER_FORMS = (b"<script", b"<svg ", b"<svg>", b"<html", b"<?php", b"%PDF-", b"<!DOCTYPE")
_MARK = 12  # letters of a name


def keep_picture(folder: Path, untrusted_data: bytes, mint: Callable[[], str]) -> str:
    """Keep this picture; the name of its file in `media/`. Raises `NoPicture`."""
    _refuse_disguised(untrusted_data)
    return _keep(folder, written_anew(untrusted_data, LARGEST_KEPT), mint)


def mask_picture(folder: Path, name: str, boxes: Collection[Box], mint: Callable[[], str]) -> str:
    """Keep a picture again with these parts painted over; its new name. Raises `NoPicture`."""
    return _keep(folder, with_masks(folder, name, boxes), mint)


def with_masks(folder: Path, name: str, boxes: Collection[Box] = ()) -> Picture:
    """The picture as it is kept, with these parts painted over. Raises `NoPicture`."""
    return written_anew(read_file(folder / MEDIA, name), LARGEST_KEPT, boxes)


def drop_picture(folder: Path, name: str) -> None:
    """Let go of a picture that nothing names any more."""
    if Path(name).name == name:
        (folder / MEDIA / name).unlink(missing_ok=True)


def _keep(folder: Path, picture: Picture, mint: Callable[[], str]) -> str:
    name = f"picture-{mint()[:_MARK]}.{picture.suffix}"
    write_whole(folder / MEDIA / name, picture.data)
    return name


def _refuse_disguised(data: bytes) -> None:
    """A file that is a picture to one program and a page or an archive to another is no picture."""
    if len(data) > MAX_BYTES:
        raise NoPicture("too-large", f"The picture is larger than {MAX_BYTES:,} bytes.")
    if any(one in data for one in _OTHER_FORMS) or is_zipfile(BytesIO(data)):
        raise NoPicture(
            "disguised", "The file is also something else than a picture. Save it as JPEG anew."
        )
