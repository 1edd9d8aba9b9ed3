"""Words that sources used where no table has a label ("geography teacher"), for translators as .po.

They print as they were written until somebody translates them in `labels/<language>.po`.

Invariants:

- A file holds words of public claims alone; a translation prints only where its words would.
- Translations are kept while their words stand in a claim; new words are added empty.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from khronika.casebook.casebook import Casebook
from khronika.casebook.layout import LABELS
from khronika.errors import Problem
from khronika.ledger.in_force import InForce
from khronika.schema.claim import Claim
from khronika.schema.kind import kind
from khronika.schema.value import Text
from khronika.schema.visibility import Use, Visibility
from khronika.values.language import LANGUAGES

Translations = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class LabelsWritten:
    """The file, how many texts it holds, and how many of them nobody translated."""

    path: Path
    texts: int
    left: int


def write_labels(casebook: Casebook, *, language: str) -> LabelsWritten:
    """Bring the file of the language level with the claims."""
    folder = casebook.settings.folder
    path = folder / LABELS / f"{language}.po"
    before, _ = read_labels(folder)
    catalogue = Catalog()
    texts = _texts(casebook.in_force(), language)
    for text, used in sorted(texts.items()):
        said = before.get(text, {}).get(language, "")
        catalogue.add(text, said, auto_comments=[used])
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(_written(catalogue, language))
    left = sum(not before.get(text, {}).get(language) for text in texts)
    return LabelsWritten(path, len(texts), left)


def read_labels(folder: Path) -> tuple[Translations, tuple[Problem, ...]]:
    """Every translation by text and language, and the files that cannot be read."""
    found: dict[str, dict[str, str]] = {}
    problems = []
    for language in LANGUAGES:
        path = folder / LABELS / f"{language}.po"
        if path.is_file():
            try:
                catalogue = read_po(BytesIO(path.read_bytes()), abort_invalid=True)
            except (PoFileError, UnicodeDecodeError, ValueError):
                problems.append(_unreadable(f"{LABELS}/{language}.po"))
                continue
            for text, said in _said(catalogue):
                found.setdefault(text, {})[language] = said
    return found, tuple(problems)


def _said(catalogue: Catalog) -> Iterator[tuple[str, str]]:
    for message in catalogue:
        text, said = message.id, message.string
        if isinstance(text, str) and isinstance(said, str) and text and said.strip():
            yield text, said.strip()


def _texts(in_force: InForce, language: str) -> dict[str, str]:
    """The words in another language than this one, each with the first field that uses them."""
    found: dict[str, str] = {}
    for one in sorted(in_force.accepted):
        claim = in_force.ledger.claims[one]
        if in_force.claim_level(one, Use.PUBLIC) is Visibility.PUBLIC:
            for text, used in _labels_in(claim, language):
                found[text] = min(used, found.get(text, used))
    return found


def _labels_in(claim: Claim, language: str) -> Iterator[tuple[str, str]]:
    for name, value in claim.fields.items():
        singles = value if isinstance(value, tuple) else (value,)
        for single in singles:
            if isinstance(single, Text) and kind(claim.kind).field(name).type == "key":
                lang = single.lang or claim.lang
                if lang != language:
                    yield single.text, f"{claim.kind}, {name} ({lang})"


def _written(catalogue: Catalog, language: str) -> bytes:
    body = BytesIO()
    write_po(body, catalogue, omit_header=True, sort_output=True, width=0)
    head = (
        'msgid ""\nmsgstr ""\n'
        f'"Language: {language}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n\n'
    )
    return head.encode() + body.getvalue().rstrip() + b"\n"


def _unreadable(place: str) -> Problem:
    return Problem(
        place,
        "labels.unreadable",
        "The file is no .po file that can be read; its words print as they were written.",
        "Mend it, or write it anew with `khronika translate --to LANGUAGE --labels`.",
    )
