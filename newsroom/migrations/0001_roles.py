"""The desk's three roles. The data stands in newsroom.roles; a later change of it grants again, the same way."""

from django.db import migrations

from newsroom import roles


def grant(apps, schema_editor):
    roles.grant(apps)


def withdraw(apps, schema_editor):
    roles.withdraw(apps)


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("admin", "0003_logentry_add_action_flag_choices"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("images", "0001_initial"),
        ("shows", "0001_initial"),
        ("claims", "0001_initial"),
        ("articles", "0001_initial"),
        ("outbox", "0001_initial"),
    ]

    operations = [migrations.RunPython(grant, withdraw)]
