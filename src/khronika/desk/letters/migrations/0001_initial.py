"""The first table: letters."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Letter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("person", models.CharField(db_index=True, max_length=200)),
                ("channel", models.CharField(max_length=40)),
                ("sent", models.DateField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("sent", "Sent"),
                            ("answered", "Answered"),
                            ("returned", "Returned"),
                        ],
                        default="sent",
                        max_length=10,
                    ),
                ),
                ("outcome_day", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-sent", "-pk"],
            },
        ),
    ]
