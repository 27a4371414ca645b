"""`manage.py let_in`: the way back for a managing editor without a phone."""

import io

import pytest
from django.core.management import CommandError, call_command

from newsroom.door import second_factor
from tests.newsroom.test_lock_out import RIGHT, statuses, tries
from tests.second_factors import set_up

pytestmark = pytest.mark.django_db


def test_the_password_alone_lets_in_again(at, alice):
    set_up(alice)
    assert statuses(10)[-1] == 429
    out = io.StringIO()
    call_command("let_in", "alice", stdout=out)
    assert out.getvalue().startswith("“alice” logs in with the password alone")
    assert (second_factor.is_set_up(alice), tries("alice", RIGHT).status_code) == (False, 302)


def test_a_name_that_nobody_has_is_said():
    with pytest.raises(CommandError, match="no account “ghost”"):
        call_command("let_in", "ghost")
