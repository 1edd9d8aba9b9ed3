"""`khronika translate`: texts beside their translations, out and back in, and what is left."""

from pathlib import Path

import click

from khronika.casebook.translation.labels import write_labels
from khronika.casebook.translation.work import FOLDER, columns_of, coverage, hand_out, take_back
from khronika.cli import options
from khronika.cli.output import print_line
from khronika.cli.session import Session, pass_session
from khronika.cli.translation_report import print_coverage
from khronika.values.language import LANGUAGES


@click.command("translate")
@click.argument("file", metavar="[FILE]", required=False)
@click.option("--to", type=click.Choice(LANGUAGES), required=True, help="The language.")
@click.option("--labels", is_flag=True, help="Write labels/LANGUAGE.po for words without a table.")
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="For the columns.")
@options.as_json
@pass_session
def command(
    session: Session, *, file: str | None, to: str, labels: bool, out: Path | None, as_json: bool
) -> None:
    """Put a text beside its translation, as DOCX and as a page; take a finished DOCX back in.

    Without a FILE: every text, and whether it is translated. With a text (texts/SLOT/NAME.en.md):
    two columns in translations/. With a .docx that comes back: the text, for the team to read.
    With --labels: the words of sources that no table translates, as a .po file to fill in.
    """
    if labels:
        written = write_labels(session.casebook, language=to)
        text = session.wording.gettext("{file}: {left} of {all} texts are not translated.")
        print_line(text.format(file=written.path, left=written.left, all=written.texts))
    elif file is None:
        print_coverage(coverage(session.casebook, language=to), session.wording, as_json=as_json)
    elif file.endswith(".docx"):
        back = take_back(session.casebook, Path(file), language=to)
        said = session.wording.gettext(
            "{file}: {done} of {all} paragraphs. For the team until somebody opens it."
        )
        done = back.paragraphs - back.left
        print_line(said.format(file=back.file, done=done, all=back.paragraphs))
    else:
        columns = columns_of(session.casebook, file, language=to, day=session.today)
        for path in hand_out(columns, out or session.folder / FOLDER, session.wording):
            print_line(str(path))
