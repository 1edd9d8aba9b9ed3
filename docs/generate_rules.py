"""Writes docs/guide/rules.md from the tables of the room `law`: every rule with source and mark.

`python docs/generate_rules.py` writes the page; with `--check` it writes nothing and fails when
the page is stale.
"""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generated import written

from khronika.law.jurisdiction import Jurisdiction, Rule, jurisdictions
from khronika.values.wording import Wording

PAGE = Path(__file__).parent / "guide" / "rules.md"
ENGLISH = Wording.of("en")
HEAD = """\
# The rules of law we reckon by

This page is written by `docs/generate_rules.py` from the tables in `law/`. [The end of a
term](terms.md) tells how they are used.

**read** means that the rule was read in the source that is named. **recall** means that nobody has
checked it: whatever rests on it is shown to the editors, marked, and never published.

If you can read a rule in the law itself, correct its row in `law/<country>/rules.yaml`: the text,
the source, the mark. No code changes.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(line for law in jurisdictions() for line in _law(law))])


def _law(law: Jurisdiction) -> Iterator[str]:
    yield f"## {law.name.in_language('en')}\n"
    codes = ", ".join(f"`{code}`" for code in law.codes)
    yield f"Codes: {codes}.\n"
    for rule in law.rules:
        yield from _rule(rule)
    yield f"### Sources for {law.name.in_language('en')}\n"
    yield from (f"- **{key}**: {title}" for key, title in law.sources.items())
    yield ""


def _rule(rule: Rule) -> Iterator[str]:
    title = rule.title.in_language("en")
    yield f"### {title[0].upper()}{title[1:]}: {ENGLISH.legal_short(rule.place)}\n"
    mark = "read" if rule.verified else "recall"
    yield f"{rule.text}\n"
    yield f"- {ENGLISH.legal(rule.place)}{_when(rule)}"
    yield f"- source: {rule.source}; mark: **{mark}**"
    yield f"- example: {rule.example}\n"


def _when(rule: Rule) -> str:
    since = f"since {rule.valid_from.isoformat()}" if rule.valid_from > date.min else ""
    until = f"until {rule.valid_to.isoformat()}" if rule.valid_to < date.max else ""
    said = " ".join(part for part in (since, until) if part)
    return f", {said}" if said else ""


def main(arguments: list[str]) -> int:
    """Write the page, or with `--check` say whether it is stale."""
    return written(PAGE, page(), by=__file__, arguments=arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
