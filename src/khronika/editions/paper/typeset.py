"""Sets pages with Typst: readable templates, our own fonts, and data that stays data.

Invariants:

- What people wrote reaches a template as values of a JSON file, never as markup: nothing in it can
  be read as Typst.
- The result depends on the templates, the fonts beside this module and the data alone: no font,
  package, clock or file of the machine is looked at.
- A PDF is tagged for screen readers (PDF/UA-1) and for archives (PDF/A-2a), or it is not made.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from khronika.editions.edition import NotMade
from khronika.editions.extra import Extra
from khronika.editions.paper.letters import settable
from khronika.errors import Problem

if TYPE_CHECKING:
    import typst

PRINT = Extra("print", ("typst", "segno", "pypdfium2"))
DATA = "data.json"
_HERE = "khronika.editions.paper"
_STANDARDS: list["typst.PDFStandard"] = ["ua-1", "a-2a"]
_ESCAPED = re.compile(r'\\\\|\\"|\\u[0-9a-f]{4}|\\[bfrt]')  # as json.dumps writes them
_KEPT = frozenset({r"\\", r"\""})


def pdf(
    template: str, data: object, *, place: str, pictures: Mapping[str, bytes] | None = None
) -> bytes:
    """The PDF of a template, named `edition/name`, with this data; `place` is the file it is for.

    `pictures` are files the template can name beside its data. Raises `NotMade`.
    """
    pages = _compiled(template, data, place=place, pictures=pictures or {}, form="pdf")
    return cast("bytes", pages)


def png(template: str, data: object, *, place: str, pictures: Mapping[str, bytes]) -> list[bytes]:
    """Every page of the template as a picture, one point to a pixel. Raises `NotMade`."""
    pages = _compiled(template, data, place=place, pictures=pictures, form="png")
    return [pages] if isinstance(pages, bytes) else list(pages)


def as_json(data: object) -> bytes:
    """The data as templates read it, every text in it such that it can be set."""
    text = json.dumps(data, ensure_ascii=False, default=_fields_of, separators=(",", ":"))
    plain = _ESCAPED.sub(lambda found: found[0] if found[0] in _KEPT else " ", text)
    return settable(plain).encode("utf-8")


@cache
def typesetter() -> str:
    """Which typesetter it is; another version may set the same page in other bytes."""
    return f"typst {metadata.version('typst')}"


def _fields_of(value: object) -> object:
    if is_dataclass(value):
        return {one.name: getattr(value, one.name) for one in fields(value)}
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(type(value).__name__)


def _compiled(
    template: str,
    data: object,
    *,
    place: str,
    pictures: Mapping[str, bytes],
    form: Literal["pdf", "png"],
) -> bytes | list[bytes]:
    import typst  # noqa: PLC0415 - an extra, and large

    edition, _, name = template.partition("/")
    files = {
        **_templates(f"khronika.editions.{edition}"),
        **_templates(_HERE),
        **pictures,
        DATA: as_json(data),
    }
    files["main.typ"] = files.pop(f"{name}.typ")
    try:
        made = typst.compile(
            cast("bytes", files),  # a folder in memory, which the library's stubs do not know of
            font_paths=_fonts(),
            format=form,
            ppi=72.0 if form == "png" else None,
            pdf_standards=_STANDARDS if form == "pdf" else [],
        )
    except RuntimeError as why:  # typst.TypstError is one, and some come without its fields
        raise NotMade(_problem(place, template, why)) from why
    return made or b""


def _problem(place: str, template: str, why: RuntimeError) -> Problem:
    """What the typesetter says of it, without the words of any text."""
    said = str(getattr(why, "message", why)).partition("\n")[0]
    line = re.search(r":(\d+):\d+", getattr(why, "diagnostic", "") or "")
    where = f", line {line[1]}" if line else ""
    return Problem(
        place,
        "print.not-set",
        f"The template {template}{where} could not be set: {said}.",
        remedy="Mend the template; everything else was made.",
    )


@cache
def _templates(package: str) -> dict[str, bytes]:
    folder = resources.files(package) / "templates"
    return {one.name: one.read_bytes() for one in _listed(folder) if one.name.endswith(".typ")}


def _listed(folder: Traversable) -> list[Traversable]:
    return sorted(folder.iterdir(), key=lambda one: one.name) if folder.is_dir() else []


@cache
def _fonts() -> "typst.Fonts":
    import typst  # noqa: PLC0415 - an extra, and large

    folder = Path(str(resources.files(_HERE) / "fonts"))
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
    )
