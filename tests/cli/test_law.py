"""`khronika law`: what the record says that does not fit the law."""

import json
from pathlib import Path

from running import Run

CHARGES = """\
  - {key: creating, kind: charge, case: square, offence: creating-extremist-community,
     source: paper, section: p. 3, lang: ru}
  - {key: taking-part, kind: charge, case: square, article: RU-UK 282.1/2,
     offence: participating-extremist-community, source: gazette, section: p. 2, lang: en}
decisions:
"""


def test_a_record_that_fits_is_said_to_fit(run: Run) -> None:
    assert run("law").stdout == "Nothing in the record contradicts the law we know.\n"
    assert json.loads(run("law", "--json").stdout) == []


def test_what_does_not_fit_is_listed_and_is_no_failure(folder: Path, run: Run) -> None:
    path = folder / "claims" / "ladogin-sava.yaml"
    path.write_text(path.read_text("utf-8").replace("decisions:\n", CHARGES), encoding="utf-8")
    rows = json.loads(run("law", "--json").stdout)
    assert [(row["place"], row["code"]) for row in rows] == [
        ("ladogin-sava, square", "law.membership-against-creation")
    ]
    assert "[law.membership-against-creation]" in run("law").stderr
