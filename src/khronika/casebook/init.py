"""Makes a new, empty casebook."""

from collections.abc import Callable
from pathlib import Path

from khronika.casebook.layout import FOLDERS, PRIVATE, SETTINGS
from khronika.casebook.settings import BadSettings, PolicyName, Settings, Truth, read_settings
from khronika.casebook.writes import write_text
from khronika.casebook.yaml_form.scalar import quoted
from khronika.errors import KhronikaError
from khronika.values.language import LANGUAGES

LETTERS = "abcdefghijklmnopqrstuvwxyz"
ID_LENGTH = 8

_SETTINGS = """\
# The settings of this casebook. No secret stands here.
id = "{id}"  # never change it: every entry carries it
truth = "{truth}"  # "yaml": the files are the record; "ledger": the store is
policy = "{policy}"  # "already-public": what a public source says may leave, consent unknown
languages = [{languages}]
timezone = "Europe/Moscow"
contact = ""
licence = ""

[title]
en = "Archive"
ru = "Архив"
de = "Archiv"
fr = "Archives"
"""
# What may not go into a shared history: what is not public, what arrived, and what is derived.
_IGNORED = """\
claims.private/
vault/
backups/
editions/
ledger.sqlite*
cache.sqlite*
desk.sqlite*
desk.key
*.unfinished
"""


class CasebookIsThere(KhronikaError):
    """The folder holds a casebook already."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} holds a casebook already; nothing was changed. Name another folder."
        )


def init(
    folder: Path,
    *,
    truth: str,
    id_letters: Callable[[int], str],
    policy: PolicyName = PolicyName.ASK,
    first_language: str = "",
) -> Settings:
    """Lay out a new casebook; `id_letters` gives so many random letters a-z.

    Editions speak every language, `first_language` first. The settings are written last: a folder
    without them is no casebook.
    """
    if (folder / SETTINGS).exists():
        raise CasebookIsThere(folder)
    if truth not in set(Truth):
        raise BadSettings(f"The truth is 'ledger' or 'yaml', not {truth!r}.")
    for name in FOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True)
    write_text(folder / PRIVATE / ".gitignore", "*\n!.gitignore\n")
    if not (folder / ".gitignore").exists():
        write_text(folder / ".gitignore", _IGNORED)
    languages = sorted(LANGUAGES, key=lambda one: one != first_language)
    text = _SETTINGS.format(
        id=id_letters(ID_LENGTH),
        truth=truth,
        policy=policy.value,
        languages=", ".join(map(quoted, languages)),
    )
    write_text(folder / SETTINGS, text)
    return read_settings(folder, {})
