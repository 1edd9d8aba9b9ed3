"""The same pages by Hugo: every person's ready view as front matter, our templates in Hugo's words.

Hugo gets less to do: its pages leave out what our templates print of closed sources, long texts and
repeated reports, none of which the invented people have, and nobody reads its pages before they
stand.
"""

import json
import re
import resource
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from khronika.clearance.publication import Publication
from khronika.editions.path import page_path, person_page
from khronika.editions.reader import Reader
from khronika.editions.site.page import Frame, frame
from khronika.editions.site.person import person_view
from khronika.values.wording import Wording

_LAYOUT = Path(__file__).parent / "hugo_layouts" / "single.html"
_KINDS = '["taxonomy", "term", "home", "section", "RSS", "sitemap", "robotsTXT", "404"]'


def lay_out(publication: Publication, folder: Path) -> int:
    """Everything Hugo builds from; how many pages it is to make."""
    languages = publication.languages
    settings = [
        f'baseURL = "https://example.org/"\ndisableKinds = {_KINDS}\nuglyURLs = true\n',
        f'defaultContentLanguage = "{languages[0]}"\ndefaultContentLanguageInSubdir = true\n',
    ]
    for language in languages:
        settings.append(f'[languages.{language}]\ncontentDir = "content/{language}"\n')
        _write(folder / "i18n" / f"{language}.json", json.dumps(list(_words(language))))
        reader = Reader(publication, language)
        for person in sorted(publication.people):
            page = person_page(publication.addresses[person])
            view = person_view(person, page_path(language, page), reader)
            around = frame(reader, page, title=view.name)
            told = {"title": view.name, "page": _told(around), "person": asdict(view)}
            path = folder / "content" / language / page.replace(".html", ".md")
            _write(path, json.dumps(told, ensure_ascii=False, default=str) + "\n")
    _write(folder / "config.toml", "".join(settings))
    _write(folder / "layouts" / "_default" / "single.html", _LAYOUT.read_text(encoding="utf-8"))
    return len(languages) * len(publication.people)


def build(folder: Path) -> dict[str, float]:
    """CPU and wall seconds of one run of Hugo, its peak in MB, and the files it made."""
    hugo = shutil.which("hugo")
    if hugo is None:
        raise FileNotFoundError("hugo")
    begun, before = time.perf_counter(), _children()
    subprocess.run([hugo, "--quiet"], cwd=folder, check=True)
    spent = _children()
    return {
        "cpu": spent.ru_utime + spent.ru_stime - before.ru_utime - before.ru_stime,
        "wall": time.perf_counter() - begun,
        "peak": spent.ru_maxrss / 1024,
        "pages": sum(1 for _ in (folder / "public").glob("*/people/*.html")),
    }


def _told(around: Frame) -> dict[str, object]:
    """The frame in full, as each page of Hugo's holds it."""
    names = ("language", "title", "house", "home", "style", "root", "licence")
    lists = {"menu": around.menu, "more": around.more, "languages": around.languages}
    return {
        **{name: getattr(around, name) for name in names},
        **{name: [asdict(one) for one in rows] for name, rows in lists.items()},
        "file": around.file,
        "contact": asdict(around.contact),
    }


def _children() -> resource.struct_rusage:
    return resource.getrusage(resource.RUSAGE_CHILDREN)


def _words(language: str) -> Iterator[dict[str, str]]:
    """The words of the layout, translated as our pages translate them."""
    for text in sorted(set(re.findall(r'T "([^"]+)"', _LAYOUT.read_text(encoding="utf-8")))):
        yield {"id": text, "translation": Wording.of(language).gettext(text)}


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
