"""What the tests of documents share: a text of invented people, and ways to bring it in."""

import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from builders import a_decision, a_ledger
from khronika.desk.archive import Archive
from khronika.schema.decision import Verb
from khronika.schema.source import Source

TEXT = (
    "Алёна Белова была задержана 5 сентября 2026 года в Твери. "
    "12 октября 2026 года суд приговорил Алёну Белову к семи годам колонии общего режима."
)


def text_of(answer: HttpResponse) -> str:
    return answer.content.decode("utf-8").replace("&#x2f;", "/")


def slug_in(answer: HttpResponse) -> str:
    """The document an answer leads to."""
    found = re.match(r"/documents/([a-z0-9-]+)", answer.headers["Location"])
    assert found, answer.headers["Location"]
    return found[1]


def add_words(client: Client, text: str = TEXT, *, how: str = "published") -> str:
    """The slug of a text that was pasted."""
    sent = {"words": text, "how": how, "title": "River Paper"}
    return slug_in(client.post("/add-document/words", sent))


def add_file(client: Client, data: bytes, *, name: str, how: str = "told") -> str:
    """The slug of a file that was sent."""
    sent = {"how": how, "files": SimpleUploadedFile(name, data)}
    return slug_in(client.post("/add-document/files", sent))


def proposals(page: str) -> list[str]:
    """The marks of the proposals a page lists, in their order."""
    listed = page.partition('class="rows proposals"')[2].partition("</ol>")[0]
    return re.findall(r"\?at=([0-9a-f]{64})", listed)


def source_of(desk: Archive, slug: str) -> Source:
    (found,) = (
        one for one in desk.casebook.in_force().sources.values() if one.id.endswith(f"/{slug}")
    )
    return found


def seal(desk: Archive, source: Source) -> None:
    """Somebody decides that a source is to be seen by nobody here."""
    decision = a_decision(Verb.RESTRICT, source.id, level="sealed")
    desk.casebook.store.append(a_ledger([], sources=[], decisions=[decision]))
