"""The first table: tokens of programs."""

import django.db.models.deletion
import khronika.desk.accounts.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Token",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60)),
                ("digest", models.CharField(max_length=64, unique=True)),
                (
                    "scope",
                    models.CharField(
                        choices=[("read-people", "read-people"), ("propose", "propose")],
                        max_length=20,
                    ),
                ),
                ("case", models.CharField(blank=True, default="", max_length=200)),
                (
                    "hand",
                    models.CharField(
                        default=khronika.desk.accounts.models.new_hand, max_length=40, unique=True
                    ),
                ),
                ("since", models.DateField()),
                ("until", models.DateField()),
                ("used", models.DateField(blank=True, null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tokens",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-since", "-pk"],
            },
        ),
    ]
