"""The page to search whole texts on, for groups that ask for it: an index made by Pagefind.

The page to find on knows names, articles and places, and works from a folder. This one knows every
word of the texts; a browser has to fetch its index, so it is offered over http alone.

Invariants:

- It is made only where the casebook asks for it, Pagefind is installed and the site is small.
- What is indexed was cleared, and stands on the page that is found.
- Nothing is asked of another address: all that the browser loads lies in the site.
"""

import json
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from html import escape
from pathlib import Path

from khronika.clearance.publication import Publication
from khronika.editions.digest import digest
from khronika.editions.edition import File
from khronika.editions.extra import Extra
from khronika.editions.paper.brief import brief, brief_reader
from khronika.editions.paper.story import Story, story
from khronika.editions.path import PAGEFIND, TEXTS, TEXTS_SCRIPT, link, page_path
from khronika.editions.prose import TELLING
from khronika.editions.reader import Reader
from khronika.editions.site.page import frame
from khronika.editions.site.template import render
from khronika.editions.template import file
from khronika.schema.subject import SubjectId

PAGEFIND_EXTRA = Extra("texts", ("pagefind_bin",))
MOST_PAGES = 5_000  # in all languages together; it holds all of them in memory at once
_KEPT = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")
_KEPT_ENDINGS = (".pagefind", ".pf_meta", ".pf_index", ".pf_fragment")


def offers_texts(publication: Publication) -> bool:
    """Whether this site has the page."""
    pages = len(publication.addresses) * len(publication.languages)
    wanted = publication.house.searches_texts and pages <= MOST_PAGES
    return wanted and PAGEFIND_EXTRA.is_installed


def texts_files(readers: Sequence[Reader], whole: str) -> Iterator[File]:
    """The script, the page in every language, and the index they read; nothing if not offered."""
    if not readers or not offers_texts(readers[0].publication):
        return
    yield File(TEXTS_SCRIPT, partial(file, "site", "texts.js"), digest(whole, TEXTS_SCRIPT))
    for reader in readers:
        yield File(page_path(reader.language, TEXTS), partial(_page, reader), digest(whole, TEXTS))
    for path, data in _index(readers).items():
        yield File(f"{PAGEFIND}/{path}", partial(bytes, data), digest(whole, path))


def _page(reader: Reader) -> bytes:
    path = page_path(reader.language, TEXTS)
    return render(
        "texts.html",
        reader.language,
        page=frame(reader, TEXTS, title=reader.wording.gettext("Search the texts")),
        script=link(path, TEXTS_SCRIPT),
        index=link(path, f"{PAGEFIND}/pagefind.js"),
        root=link(path, TEXTS_SCRIPT).removesuffix(TEXTS_SCRIPT),
    )


def _index(readers: Sequence[Reader]) -> dict[str, bytes]:
    """What Pagefind makes of the texts, by path; the same texts give the same bytes."""
    with tempfile.TemporaryDirectory() as folder:
        pages, made = Path(folder, "pages"), Path(folder, "made")
        for reader in readers:
            for path, text in _documents(reader):
                target = pages / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, encoding="utf-8")
        pages.mkdir(exist_ok=True)
        _run(pages, made)
        found = sorted(one for one in made.rglob("*") if one.is_file() and _is_kept(one.name))
        return {one.relative_to(made).as_posix(): _levelled(one) for one in found}


def _run(pages: Path, made: Path) -> None:
    from pagefind_bin import get_executable  # noqa: PLC0415 - an extra

    command = [get_executable(), "--site", pages, "--output-path", made, "--quiet"]
    subprocess.run(command, check=True, capture_output=True, cwd=pages)  # noqa: S603 - our own words


def _is_kept(name: str) -> bool:
    return name in _KEPT or name.endswith(_KEPT_ENDINGS)


def _levelled(made: Path) -> bytes:
    """The bytes of a file; its list of languages comes in an order of chance."""
    if made.suffix != ".json":
        return made.read_bytes()
    said = json.loads(made.read_bytes())
    return json.dumps(said, ensure_ascii=False, sort_keys=True).encode("utf-8")


def _documents(reader: Reader) -> Iterator[tuple[str, str]]:
    """A plain page for each person and case, under the path of the one that is to be found."""
    plain = brief_reader(reader)
    for subject in reader.with_pages((*reader.names, *reader.case_names)):
        name = reader.names.get(subject) or reader.case_names[subject]
        said = [*_told(story(reader, subject, *TELLING)), *_facts(subject, plain)]
        title = escape(name)
        lines = "".join(f"<p>{escape(one)}</p>" for one in said)
        head = f'<!DOCTYPE html><html lang="{reader.language}"><title>{title}</title>'
        yield reader.path_of(subject), f"{head}<h1>{title}</h1>{lines}"


def _told(text: Story) -> Iterator[str]:
    for block in text.blocks:
        for line in block.lines:
            yield "".join(span.text for span in line)


def _facts(subject: SubjectId, plain: Reader) -> Iterator[str]:
    if subject in plain.publication.people:
        yield from brief(subject, plain).in_words.split("\n")[1:]  # behind the name
