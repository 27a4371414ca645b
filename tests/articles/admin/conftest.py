"""The desk's people in their roles, each with a browser of their own."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client


def at_the_desk(user, role):
    user.groups.add(Group.objects.get(name=role))
    client = Client(headers={"host": "testserver"})
    client.force_login(user)
    client.user = user
    return client


@pytest.fixture
def editor(alice):
    return at_the_desk(alice, "Editor")


@pytest.fixture
def writer(bob):
    return at_the_desk(bob, "Writer")


@pytest.fixture
def manager(mona):
    return at_the_desk(mona, "Managing editor")
