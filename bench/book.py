"""What a book and a thousand posters cost in print, beside WeasyPrint on the same book.

Invented people with ten claims each. The peer sets the very chapters of our EPUB as pages of the
same size; it has no contents with pages to work out and no indexes, so its work is the lighter one.
It lives in an environment of its own (`requirements/peers.txt`) and needs Pango of the system.
Every row is one process and one run. Aims: a book of 120 pages in 2 s of CPU, 1,000 posters in one
file in 2 s, the same bytes twice.

.venv/bin/python bench/book.py
"""

import hashlib
import json
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pypdfium2
from invented.people import AS_OF, record
from invented.publication import published

from khronika.editions.book.edition import BookEdition
from khronika.editions.edition import File
from khronika.editions.poster.edition import PosterEdition

ROOT = Path(__file__).parents[1]
PEERS = ROOT / ".venv-peers"
BOOK, POSTERS = 52, 1_000  # people; the first fill 120 pages


def file_of(edition: BookEdition | PosterEdition, people: int, path: str) -> File:
    (file,) = [one for one in edition.files(published(record(people))) if one.path == path]
    return file


def measured(file: File) -> dict[str, object]:
    """One run, from what was cleared and folded to the bytes."""
    cpu, wall = time.process_time(), time.perf_counter()
    made = file.render()
    row = {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}
    with closing(pypdfium2.PdfDocument(made)) as document:
        pages = len(document)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {**row, "peak": peak, "pages": pages, "hash": hashlib.sha256(made).hexdigest()}


MEASURES: dict[str, Callable[[], File]] = {
    "book": lambda: file_of(BookEdition(), BOOK, "book/book.ru.pdf"),
    "posters": lambda: file_of(PosterEdition(), POSTERS, "poster/posters-a4.ru.pdf"),
}


def apart(name: str) -> dict[str, object]:
    """The row of a measure, taken in a process of its own."""
    command = [sys.executable, __file__, "--measure", name]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    row: dict[str, object] = json.loads(done.stdout)
    return row


def peer() -> Path:
    """The peer's interpreter; its environment is made at the first run."""
    python = PEERS / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", PEERS], check=True)
        wanted = ROOT / "requirements" / "peers.txt"
        subprocess.run([python, "-m", "pip", "install", "--quiet", "-r", wanted], check=True)
    return python


WEASY = """
import json, sys, time, resource
from weasyprint import HTML
cpu, wall = time.process_time(), time.perf_counter()
document = HTML(sys.argv[1]).render()
document.write_pdf(sys.argv[2], pdf_variant="pdf/ua-1")
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall,
                  "peak": peak, "pages": len(document.pages)}))
"""
PAGE = "@page{size:148mm 210mm;margin:20mm 18mm;@bottom-right{content:counter(page)}}"


def peer_book(folder: Path) -> dict[str, object]:
    """The chapters of the same book as one page of HTML, set by the peer."""
    data = file_of(BookEdition(), BOOK, "book/book.ru.epub").render()
    (folder / "book.epub").write_bytes(data)
    with zipfile.ZipFile(folder / "book.epub") as book:
        css = book.read("book/style.css").decode()
        chapters = [body(book.read(name).decode()) for name in in_order(book)]
    style = f"<style>{PAGE}{css} section{{break-before:page}}</style>"
    html = f'<html lang="ru"><head><title>Книга</title>{style}</head><body>'
    page = folder / "book.html"
    page.write_text(html + "".join(chapters) + "</body></html>", encoding="utf-8")
    command = [peer(), "-c", WEASY, page, folder / "peer.pdf"]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    row: dict[str, object] = json.loads(done.stdout)
    return row


def in_order(book: zipfile.ZipFile) -> Iterator[str]:
    yield from (one for one in book.namelist() if one.endswith(".xhtml") and "nav" not in one)


def body(chapter: str) -> str:
    return "<section>" + chapter.partition("<body>")[2].partition("</body>")[0] + "</section>"


def print_row(name: str, row: dict[str, object]) -> None:
    figures = (float(str(row[key])) for key in ("cpu", "wall", "peak", "pages"))
    print(f"{name:32}" + "".join(f"{one:9,.2f}" for one in figures), flush=True)


def main() -> None:
    print(f"As of {AS_OF}.\n{'':32}{'CPU s':>9}{'wall s':>9}{'peak MB':>9}{'pages':>9}")
    for name in MEASURES:
        first, again = apart(name), apart(name)
        print_row(name, first)
        print(f"the same bytes twice: {'yes' if first['hash'] == again['hash'] else 'NO'}")
        if name == "book":
            with tempfile.TemporaryDirectory() as folder:
                theirs = peer_book(Path(folder))
            print_row("WeasyPrint: the same book", theirs)
            ratio = float(str(theirs["cpu"])) / float(str(first["cpu"]))
            print(f"the peer took {ratio:.1f} times our CPU")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        print(json.dumps(measured(MEASURES[sys.argv[2]]())))
    else:
        main()
