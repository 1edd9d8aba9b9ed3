"""The YAML printed in the guide is YAML the program reads."""

from pathlib import PurePosixPath

import pytest

from house.matter import ROOT, fences
from khronika.casebook.layout import area_of
from khronika.casebook.yaml_form.gather import FileText
from khronika.casebook.yaml_form.load import Loaded, Loader

GUIDE = ROOT / "docs" / "guide"
HOUSE = "examples"


def files_in(page: str) -> list[FileText]:
    """The blocks that say in their first line which file they are, such as # claims/one.yaml."""
    found = []
    for info, body in fences(GUIDE / page):
        first = body.splitlines()[0] if body else ""
        if info == "yaml" and first.startswith("# ") and first.endswith(".yaml"):
            name = first.removeprefix("# ")
            found.append(FileText(name, area_of(PurePosixPath(name)), body))
    return found


def loaded(*pages_: str) -> Loaded:
    return Loader(HOUSE).load([file for page in pages_ for file in files_in(page)])


@pytest.mark.parametrize("page", ["casebook.md", "decisions.md", "disputes.md"])
def test_the_examples_of_a_page_load_without_a_problem(page: str) -> None:
    pages = dict.fromkeys(["casebook.md", page])
    result = loaded(*pages)
    assert [str(one) for one in result.problems] == []
    assert files_in(page), "the page shows no whole file"
