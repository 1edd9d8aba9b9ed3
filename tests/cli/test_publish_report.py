from dataclasses import replace
from pathlib import Path

import pytest

from editions.publications import a_publication
from khronika.casebook.manifest import Imprint
from khronika.casebook.publishing import Proposal, Published
from khronika.casebook.writing import Written
from khronika.cli import publish_report
from khronika.cli.publish_report import report_lines
from khronika.editions.extra import Extra
from khronika.values.wording import Wording

DONE = Published(
    Path("out"), Written(), Proposal(a_publication([]), (), ""), Imprint("public", "", "", (), ())
)


def test_editions_that_were_left_out_are_named_with_what_would_bring_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(publish_report, "extra_of", lambda _: Extra("print", ()))
    lines = list(report_lines(replace(DONE, left_out=("book", "poster")), Wording.of("en")))
    assert lines[-1] == (
        "Left out: book and poster. That takes more than is installed: "
        "pip install 'khronika[print]'"
    )


def test_nothing_is_said_of_what_was_not_left_out() -> None:
    assert len(list(report_lines(DONE, Wording.of("en")))) == 2
