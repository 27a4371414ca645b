from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0001_initial"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="article",
            options={
                "ordering": ["-changed_at", "slug"],
                "permissions": [
                    ("publish_article", "Can approve, publish, schedule, update and expire stories"),
                    ("withdraw_article", "Can withdraw stories"),
                    ("redact_article", "Can redact editions"),
                ],
            },
        ),
    ]
