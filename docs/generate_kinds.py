"""Writes docs/guide/kinds.md from the schema: every kind, field and answer a file can hold.

`python docs/generate_kinds.py` writes the page; with `--check` it writes nothing and fails when
the page is stale.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from generated import written

from khronika.schema.kind import ChoiceRow, FieldSpec, Kind, choices, kinds
from khronika.schema.label import field_label, kind_label
from khronika.schema.visibility import Visibility
from khronika.schema.vocabulary import tables

PAGE = Path(__file__).parent / "guide" / "kinds.md"
ENGLISH = "en"
HEAD = """\
# Kinds of claims

This page is written by `docs/generate_kinds.py` from the schema. [The YAML form](casebook.md)
tells how a claim is written; here is what it can say.

How a value is written:

| type | how it is written |
|---|---|
| date | `2022-08-30`, `2022-08`, `2022`; `2022-06/2022-07` is some day between; `2022-21` spring \
(March to May), `-22` summer, `-23` autumn, `-24` winter; `2022~` about 2022 |
| term | `9y`, `6y8m`, `15d`, `life` |
| money | `100000 RUB` |
| article | `RU-UK 205.2/2/a`: the code, the article, the part, the point; what is not known is \
left out |
| number | a whole number |
| text | words, printed as written; `{text: …, lang: ru}` tells their language |
| word | a name or address for machines, such as a file or a link |
| row of a table | the key of a row, or `{text: …, lang: …}` for a name the table lacks |
| answer | one word of a closed set |

Marks: **delicate** asks for the person's consent, whatever the policy. **at least team** and
**at least sealed** say how far a claim that holds it can go at most.

"""


def page() -> str:
    """The whole page."""
    rows = [HEAD, "## What can be claimed\n"]
    for one in kinds().values():
        rows += _kind(one)
    rows.append("## The sets of answers\n")
    for name, answers in choices().items():
        rows += [f"### {name}\n", "| answer | meaning |\n|---|---|"]
        rows += [_answer(word, row) for word, row in answers.items()]
        rows.append("")
    named = ", ".join(f"`{name}`" for name in tables())
    rows += ["## The tables of names\n", f"{named}: one file each in `schema/vocabulary/`.\n"]
    return "\n".join(rows)


def _kind(one: Kind) -> Iterator[str]:
    yield f"### {one.name}\n"
    about = ", ".join(one.about)
    yield f"{kind_label(one.name, ENGLISH)}. Said of: {about}. {_often(one)}{_marks(one)}\n"
    yield "| field | what it is | how it is written |\n|---|---|---|"
    for spec in one.fields.values():
        label = field_label(one.name, spec.name, ENGLISH)
        yield f"| `{spec.name}` | {label}{_marks(spec)} | {_type(spec)} |"
    yield ""


def _often(one: Kind) -> str:
    if one.once is None:
        return "Can happen many times."
    return f"Once for each {' and '.join(one.once)}." if one.once else "Once in a life."


def _type(spec: FieldSpec) -> str:
    match spec.type:
        case "choice":
            written = f"an answer of [{spec.of}](#{spec.of})"
        case "key":
            written = f"a row of the table `{spec.of}`"
        case "legal":
            written = "article"
        case _:
            written = spec.type
    return f"a list, each: {written}" if spec.many else written


def _answer(word: str, row: ChoiceRow) -> str:
    return f"| `{word}` | {row.labels.in_language(ENGLISH)}{_marks(row)} |"


def _marks(one: Kind | FieldSpec | ChoiceRow) -> str:
    marks = [f"at least {one.least.value}"] if one.least is not Visibility.PUBLIC else []
    marks += ["delicate"] if one.delicate else []
    return "".join(f" **{mark}**" for mark in marks)


def main(arguments: list[str]) -> int:
    """Write the page, or with `--check` say whether it is stale."""
    return written(PAGE, page(), by=__file__, arguments=arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
