"""What scripts that write a page of the documentation share: write it, or say that it is stale."""

import sys
from pathlib import Path


def written(page: Path, text: str, *, by: str, arguments: list[str]) -> int:
    """Write the page and return 0; with `--check` write nothing, and return 1 if it is stale.

    `by` is the file of the script, which a stale page is told to run.
    """
    if "--check" not in arguments:
        page.write_text(text, encoding="utf-8")
        return 0
    if page.is_file() and page.read_text(encoding="utf-8") == text:
        return 0
    print(f"{page.name} is stale; run python docs/{Path(by).name}", file=sys.stderr)
    return 1
