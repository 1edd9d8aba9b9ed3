"""Letters that were noted before the logbook had its tables move into them."""

from typing import Any

from django.db import migrations

OLD = "letters_letter"


def take_over(apps: Any, editor: Any) -> None:
    """Copy what stands in the old table, if there is one, and drop it."""
    if OLD not in editor.connection.introspection.table_names():
        return
    letter = apps.get_model("logbook", "Letter")
    with editor.connection.cursor() as cursor:
        cursor.execute("SELECT person, channel, sent, outcome, outcome_day FROM letters_letter")
        rows = cursor.fetchall()
    names = ("person", "channel", "sent", "outcome", "outcome_day")
    letter.objects.bulk_create(letter(**dict(zip(names, row, strict=True))) for row in rows)
    editor.execute("DROP TABLE letters_letter")


class Migration(migrations.Migration):
    dependencies = [("logbook", "0001_initial")]

    operations = [migrations.RunPython(take_over, migrations.RunPython.noop)]
