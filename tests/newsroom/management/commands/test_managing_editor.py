"""`manage.py managing_editor`: the first way into an empty desk."""

import io

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db


def test_the_first_managing_editor_can_log_in(client):
    out = io.StringIO()
    call_command("managing_editor", "mona", stdout=out)
    assert client.login(username="mona", password=out.getvalue().rsplit(" ", 1)[1].strip())
    mona = User.objects.get()
    assert [group.name for group in mona.groups.all()] == ["Managing editor"]
    assert not mona.is_superuser and client.get("/admin/").status_code == 200


@pytest.mark.parametrize("name", ["MONA", "", "two words"])
def test_a_name_that_is_taken_or_none_is_refused_in_words(name):
    User.objects.create_user("mona")
    with pytest.raises(CommandError):
        call_command("managing_editor", name)
    assert User.objects.count() == 1
