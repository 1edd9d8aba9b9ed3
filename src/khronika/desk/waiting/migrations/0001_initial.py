"""The first tables: what somebody was asked to read, and who wrote texts."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Asked",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        choices=[("statement", "Statement"), ("text", "Text")], max_length=10
                    ),
                ),
                ("target", models.CharField(db_index=True, max_length=300)),
                ("level", models.CharField(max_length=10)),
                ("mark", models.CharField(blank=True, default="", max_length=64)),
                ("reason", models.CharField(max_length=300)),
                ("by", models.CharField(max_length=40)),
                ("at", models.DateTimeField()),
                ("answer", models.CharField(blank=True, default="", max_length=300)),
                ("answered_by", models.CharField(blank=True, default="", max_length=40)),
            ],
            options={
                "ordering": ["at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Edited",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("file", models.CharField(db_index=True, max_length=300)),
                ("by", models.CharField(max_length=40)),
                ("at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("file", "by"), name="one_row_each")
                ],
            },
        ),
    ]
