"""What comes in, how it is to be read, and what is to go out."""

from django import forms

from khronika.desk.accounts.forms import ProofForm
from khronika.desk.forms import DeskForm, line
from khronika.values.sentence import N_

PACKAGE, YAML, CSV, XLSX = "package", "yaml", "csv", "xlsx"
PUBLIC, EVERYTHING = "public", "everything"
FORMS = {
    PACKAGE: N_("A package for another group"),
    YAML: N_("YAML files: the whole record as text"),
    CSV: N_("A table as CSV"),
    XLSX: N_("A table as XLSX"),
}


class UploadForm(DeskForm):
    """A file, and which remembered table it is; empty where it is a new one."""

    table = line(required=False, longest=100)


class ExportForm(ProofForm):
    """What goes out, how far, and the passphrase."""

    form = forms.ChoiceField(choices=[(one, one) for one in FORMS])
    extent = forms.ChoiceField(choices=[(one, one) for one in (PUBLIC, EVERYTHING)], required=False)
    table = line(required=False, longest=100)
