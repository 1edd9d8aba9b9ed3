"""What it costs to find somebody on a site of 80,000 pages, in a browser, from a folder.

Writes the page to find on for invented people in four languages and types names in Chromium
(tests/browser must be installed: `make browser` does it). Aims: 50 KB and 50 ms for each thing
typed, the script, the index and the blocks it opens together.

.venv/bin/python bench/find.py [how many people]
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from invented.people import record
from invented.publication import published

from khronika.editions.facet import Indexes
from khronika.editions.site.drafted import Drafts
from khronika.editions.site.find import find_files
from khronika.editions.site.template import style

PEOPLE = 20_000
TYPED = Path(__file__).with_name("find.mjs")


def main() -> int:
    people = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    made = published(record(people))
    with tempfile.TemporaryDirectory() as folder:
        began, count, size = time.process_time(), 0, 0
        for file in find_files(Drafts(made).readers, Indexes(made), "bench"):
            data = file.render()
            path = Path(folder, file.path)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            count, size = count + 1, size + len(data)
        spent = time.process_time() - began
        Path(folder, "style.css").write_bytes(style())
        print(f"{people} people: {count} files, {size / 1e6:.1f} MB, {spent:.1f} CPU s")
        return subprocess.run(["node", str(TYPED), folder], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
