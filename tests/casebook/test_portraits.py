"""What is kept of a picture somebody brings, and what a mask leaves of a face."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image

from khronika.casebook.portraits import drop_picture, keep_picture, mask_picture
from khronika.clearance.picture import MAX_BYTES, Box, NoPicture

CANARY = "zqx told by a camera"


def mint() -> str:
    return "0123456789abcdef" * 2


def a_photo(form: str = "JPEG", **more: object) -> bytes:
    out = BytesIO()
    Image.new("RGB", (100, 200), "white").save(out, form, **more)
    return out.getvalue()


def kept(folder: Path, name: str) -> bytes:
    return (folder / "media" / name).read_bytes()


def test_what_is_kept_tells_nothing_of_the_camera(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = CANARY
    name = keep_picture(tmp_path, a_photo(exif=exif, comment=CANARY.encode()), mint)
    assert CANARY.encode() not in kept(tmp_path, name)
    assert name == "picture-0123456789ab.jpg"


def test_it_is_decided_by_bytes_what_a_picture_is(tmp_path: Path) -> None:
    assert keep_picture(tmp_path, a_photo("WEBP"), mint).endswith(".jpg")
    for data in (b"<svg xmlns='http://www.w3.org/2000/svg'></svg>", b"GIF89a", b"%PDF-1.7", b""):
        with pytest.raises(NoPicture):
            keep_picture(tmp_path, data, mint)


def test_a_picture_that_is_a_page_or_an_archive_as_well_is_refused(tmp_path: Path) -> None:
    archive = BytesIO(a_photo())
    with ZipFile(archive, "a") as zipped:
        zipped.writestr("inside.txt", "words")
    for data in (a_photo() + b"<script>alert(1)</script>", archive.getvalue()):
        with pytest.raises(NoPicture) as refused:
            keep_picture(tmp_path, data, mint)
        assert refused.value.code == "disguised"
    assert not (tmp_path / "media").exists()


def test_a_picture_that_is_too_large_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    with pytest.raises(NoPicture) as refused:
        keep_picture(tmp_path, b"\xff\xd8" + bytes(MAX_BYTES), mint)
    assert refused.value.code == "too-large"


def test_nothing_is_left_of_what_a_mask_covers(tmp_path: Path) -> None:
    out = BytesIO()
    noisy = Image.effect_noise((100, 200), 90).convert("RGB")
    noisy.save(out, "PNG")
    name = keep_picture(tmp_path, out.getvalue(), mint)
    masked = mask_picture(tmp_path, name, [Box(200, 100, 400, 300)], lambda: "f" * 32)
    shown = Image.open(BytesIO(kept(tmp_path, masked))).convert("L")
    covered = shown.crop((24, 24, 56, 72)).getextrema()
    assert covered[1] - covered[0] < 8  # one grey, but for what JPEG rounds
    beside = shown.crop((70, 100, 99, 199)).getextrema()
    assert beside[1] - beside[0] > 100


@pytest.mark.parametrize("box", [Box(0, 0, 1000, 1000), Box(990, 990, 900, 900), Box(0, 0, 0, 0)])
def test_a_mask_may_reach_to_and_over_the_edge(tmp_path: Path, box: Box) -> None:
    name = keep_picture(tmp_path, a_photo(), mint)
    assert mask_picture(tmp_path, name, [box], lambda: "f" * 32) == "picture-ffffffffffff.jpg"


def test_a_picture_is_let_go_in_its_folder_and_nowhere_else(tmp_path: Path) -> None:
    name = keep_picture(tmp_path, a_photo(), mint)
    (tmp_path / "kept.txt").write_text("x", encoding="ascii")
    drop_picture(tmp_path, "../kept.txt")
    drop_picture(tmp_path, name)
    drop_picture(tmp_path, name)
    assert [one.name for one in tmp_path.rglob("*") if one.is_file()] == ["kept.txt"]
