"""How fast a text is read and how much memory it takes, beside peers on the same invented text."""

import json
import subprocess
import sys
import time
from pathlib import Path

from khronika.extraction.proposal import Context
from khronika.extraction.propose import propose

PEERS = Path(".venv-peers") / "bin" / "python"
BOOK = 10_000_000  # characters
PEER_TEXT = 60_000  # characters; the slowest peer reads this in some seconds
DOCUMENTS = Path("tests") / "extraction" / "documents"


def measure(here: Path) -> None:
    root = here.parent
    for lang in ("en", "ru"):
        text = book(root, lang)
        propose(text[:20_000], Context())
        print(
            f"\n{lang}: {rate(text[: BOOK // 5]) / 1e6:.2f} million characters a second (one core)"
        )
        beside_peers(root, here, text[:PEER_TEXT], lang)
    memory(here)


def book(root: Path, lang: str) -> str:
    """The invented documents of a language over and over, ten million characters."""
    one = "\n\n".join(
        path.read_bytes().decode() for path in sorted((root / DOCUMENTS).glob(f"{lang}-*.txt"))
    )
    return (one + "\n\n") * (BOOK // len(one) + 1)


def rate(text: str) -> float:
    start = time.process_time()
    propose(text, Context())
    return len(text) / (time.process_time() - start)


def memory(here: Path) -> None:
    """The peak of a process of its own that reads a book of ten million characters."""
    code = (
        "import resource, sys; sys.path.insert(0, sys.argv[1])\n"
        "from pathlib import Path\n"
        "from extracting.speed import book, BOOK\n"
        "from khronika.extraction.proposal import Context\n"
        "from khronika.extraction.propose import propose\n"
        "text = book(Path(sys.argv[1]).parent, 'en')[:BOOK]\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "found = len(propose(text, Context()))\n"
        "after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "print(found, before // 1024, after // 1024)"
    )
    command = [sys.executable, "-c", code, str(here)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found, before, after = done.stdout.split()
    print(f"\na book of {BOOK} characters: {found} proposals, peak {after} MB ({before} MB before)")


def beside_peers(root: Path, here: Path, text: str, lang: str) -> None:
    if not (root / PEERS).exists():
        print(
            f"  no peers: {PEERS} is not there (python -m venv .venv-peers; requirements/peers.txt)"
        )
        return
    command = [str(root / PEERS), str(here / "peers" / "extraction_peers.py"), lang]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    for line in done.stdout.splitlines():
        row = json.loads(line)
        rate = row["rate"] / 1e6
        print(f"  {row['peer']}: {rate:.3f} million a second; {row['found']} {row['what']}")
    if done.returncode:
        print(f"  peers failed: {done.stderr.strip().splitlines()[-1:]}")
