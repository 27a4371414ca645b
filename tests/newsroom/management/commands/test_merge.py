"""`manage.py merge`: duplicates made one, as on the desk."""

import pytest
from django.core.management import CommandError, call_command

from tests.factories import a_casting, a_person
from tests.newsstand import held

pytestmark = pytest.mark.django_db


def test_a_duplicates_address_leads_to_the_other(at, mona, client):
    held(a_casting(a_person("park-solomon")))
    a_person("lomon")
    call_command("merge", "person", "park-solomon", "lomon", by="mona")
    response = client.get("/people/park-solomon/")
    assert (response.status_code, response["Location"]) == (301, "/people/lomon/")


def test_what_can_not_be_merged_is_said_in_words(at, mona):
    a_person("lomon")
    with pytest.raises(CommandError, match="two different rows"):
        call_command("merge", "person", "lomon", "lomon", by="mona")
    with pytest.raises(CommandError, match="no person “nobody”"):
        call_command("merge", "person", "nobody", "lomon", by="mona")
