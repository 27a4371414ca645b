from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0001_initial"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="claim",
            options={
                "ordering": ["key"],
                "permissions": [
                    ("assess_claim", "Can release, restate, move and cancel assessments"),
                    ("retract_claim", "Can retract claims"),
                    ("merge_claim", "Can merge duplicates of every kind"),
                    ("override_gate", "Can hold a claim at a level that its evidence does not carry"),
                    ("redact_claim", "Can redact assessments"),
                ],
            },
        ),
    ]
