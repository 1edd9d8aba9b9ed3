"""A numbered source in one line of plain text, for files that have no page to print it on."""

from khronika.editions.note import NoteRow
from khronika.editions.reader import Reader
from khronika.editions.show import capital


def source_line(row: NoteRow, reader: Reader) -> str:
    """What the note names: the source, who published it and when, the place in it, its address.

    It never repeats the words of the source.
    """
    if row.known:
        return f"[{row.number}] {row.known.removesuffix('.')}."
    gettext = reader.wording.gettext
    parts = [f"[{row.number}] {capital(row.title)}{row.published}"]
    parts += [f"{row.section}."] if row.section else []
    parts += [gettext("Page {page}.").format(page=row.page)] if row.page else []
    if row.excerpt:
        parts.append(gettext("Read as an excerpt."))
    if row.repeats:
        parts.append(gettext("It repeats: {title}.").format(title=row.repeats))
    parts += [row.href] if row.href else []
    return " ".join(parts)
