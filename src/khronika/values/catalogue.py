"""The catalogues of translations: what the sources say, and what each language has for it.

`python -m khronika.values.catalogue` brings the .po files level with the sources: it adds what is
new, drops what is gone, keeps every translation and says what is still missing.

Invariants:

- The files depend on the messages alone: sorted, no dates, no places in the source.
- Nothing is translated by likeness; a changed text is a new text.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from khronika.values.language import LANGUAGES, SOURCE_LANGUAGE
from khronika.values.translation import DOMAIN, locale_of

METHODS = [("**.py", "python"), ("**.html", "jinja2")]
OPTIONS = {"**.html": {"silent": "false"}}  # a template that cannot be read is not skipped
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "N_": None, "NN_": (1, 2)}
PLACEHOLDER = re.compile(r"\{(\w+)\}|%\((\w+)\)[sd]")


@dataclass(frozen=True, slots=True, order=True)
class Gap:
    """What a catalogue lacks or has wrong, and for which text."""

    language: str
    text: str
    fault: str

    def __str__(self) -> str:
        return f"{self.language}: {self.fault}: {self.text}"


def messages_of(sources: Path) -> Catalog:
    """Every text under this folder that is marked for translation."""
    catalogue = Catalog(domain=DOMAIN)
    found = extract_from_dir(
        sources, METHODS, OPTIONS, KEYWORDS, directory_filter=lambda folder: "locale" not in folder
    )
    for _, _, text, _, context in found:
        catalogue.add(text, context=context)
    return catalogue


def read_catalogue(path: Path, language: str) -> Catalog:
    """The catalogue of a language; empty if there is none yet."""
    content = path.read_bytes() if path.exists() else b""
    return read_po(BytesIO(content), locale=locale_of(language), domain=DOMAIN)


def levelled(catalogue: Catalog, messages: Catalog) -> bytes:
    """The catalogue with exactly these messages, as the bytes of its file."""
    catalogue.update(messages, no_fuzzy_matching=True)
    body = BytesIO()
    write_po(
        body, catalogue, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True
    )
    return _header(catalogue).encode() + body.getvalue().rstrip() + b"\n"


def _header(catalogue: Catalog) -> str:
    return (
        'msgid ""\nmsgstr ""\n'
        f'"Language: {catalogue.locale_identifier}\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {catalogue.plural_forms}\\n"\n\n'
    )


def gaps_of(catalogue: Catalog, messages: Catalog, *, language: str) -> list[Gap]:
    """What the catalogue lacks for these messages."""
    return sorted(
        Gap(language, _texts(message)[-1], fault)
        for message in messages
        if message.id
        for fault in _faults(message, catalogue.get(message.id, message.context), catalogue)
    )


def _faults(message: Message, found: Message | None, catalogue: Catalog) -> Iterator[str]:
    if found is None:
        yield "missing"
        return
    if found.fuzzy:
        yield "fuzzy"
    said = _strings(found)
    forms = catalogue.num_plurals if message.pluralizable else 1
    if len(said) != forms or not all(said):
        yield "not translated"
    elif any(_placeholders(form) != _placeholders(_texts(message)[-1]) for form in said):
        yield "placeholders differ"


def _texts(message: Message) -> tuple[str, ...]:
    return tuple(message.id) if isinstance(message.id, list | tuple) else (message.id,)


def _strings(message: Message) -> tuple[str, ...]:
    said = message.string
    return tuple(said) if isinstance(said, list | tuple) else (said or "",)


def _placeholders(text: str) -> set[str]:
    return {brace or percent for brace, percent in PLACEHOLDER.findall(text)}


def level(sources: Path, catalogues: Path) -> list[Gap]:
    """Bring the files of every language level with the sources; what is left to translate."""
    messages = messages_of(sources)
    gaps: list[Gap] = []
    for language in LANGUAGES:
        if language == SOURCE_LANGUAGE:
            continue
        path = catalogues / language / f"{DOMAIN}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(levelled(read_catalogue(path, language), messages))
        gaps += gaps_of(read_catalogue(path, language), messages, language=language)
    return gaps


def main() -> int:
    """Level the catalogues of this package; 1 while anything is left to translate."""
    package = Path(__file__).parents[1]
    gaps = level(package, package / "values" / "locale")
    sys.stdout.writelines(f"{gap}\n" for gap in gaps)
    return 1 if gaps else 0


if __name__ == "__main__":  # pragma: no cover - the tests call main
    sys.exit(main())
