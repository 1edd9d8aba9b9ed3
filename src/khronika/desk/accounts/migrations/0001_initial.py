"""The first tables: accounts, and the browsers they are signed in with."""

import django.db.models.deletion
import khronika.desk.accounts.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Account",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                ("name", models.CharField(max_length=60, unique=True)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("stranger", "stranger"),
                            ("support", "support"),
                            ("volunteer", "volunteer"),
                            ("editor", "editor"),
                            ("coordinator", "coordinator"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "hand",
                    models.CharField(
                        default=khronika.desk.accounts.models.new_hand, max_length=40, unique=True
                    ),
                ),
                ("language", models.CharField(default="en", max_length=5)),
                ("case", models.CharField(blank=True, default="", max_length=200)),
                ("is_active", models.BooleanField(default=True)),
                ("since", models.DateField(auto_now_add=True)),
            ],
            options={
                "ordering": ("name",),
            },
        ),
        migrations.CreateModel(
            name="Seat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("session_key", models.CharField(max_length=40, unique=True)),
                ("browser", models.CharField(blank=True, max_length=60)),
                ("since", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="seats",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-since",),
            },
        ),
    ]
