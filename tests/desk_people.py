"""The people at the desk, in the roles that the migration made, and what a browser does there."""

import re
from html import unescape

from django.apps import apps
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from newsroom import roles

ROLE_OF = {"alice": "Editor", "bob": "Writer", "mona": "Managing editor", "carol": None}


def a_person_at_the_desk(name):
    """Alice, Bob or Mona with their role; Carol reads, and has none."""
    role = ROLE_OF[name]
    user = User.objects.filter(username=name).first() or User(username=name)
    user.is_staff = role is not None
    user.save()
    if role:
        if not Group.objects.filter(name=role).exists():
            roles.grant(apps)  # a flush took the migration's rows
        user.groups.add(Group.objects.get(name=role))
    return user


def desk_of(name):
    """A browser in which this person is logged in."""
    client = Client()
    client.force_login(a_person_at_the_desk(name))
    return client


def change_url(row):
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def filled(page):
    """What a browser would send back: every named control of the page's main form, as it stands."""
    html = page.content.decode()
    form = max(re.findall(r"<form.*?</form>", html, re.S), key=len)
    return {name: value for name, value in _controls(form) if not name.startswith("_") or name == "_version"}


def _controls(form):
    for tag in re.findall(r"<input[^>]*>", form):
        kind, name = _attribute(tag, "type"), _attribute(tag, "name")
        is_off = kind in {"checkbox", "radio"} and not re.search(r"\bchecked\b", tag)
        if name and kind not in {"submit", "file", "button"} and not is_off:
            yield name, _attribute(tag, "value") or ("on" if kind == "checkbox" else "")
    for name, words in re.findall(r'<textarea[^>]*?name="([^"]+)"[^>]*>(.*?)</textarea>', form, re.S):
        yield name, unescape(words).removeprefix("\n")
    for tag, options in re.findall(r"(<select[^>]*>)(.*?)</select>", form, re.S):
        chosen = re.findall(r'<option value="([^"]*)"[^>]*?selected', options)
        if " multiple" in tag:
            if chosen:
                yield _attribute(tag, "name"), [unescape(one) for one in chosen]
        else:
            first = re.findall(r'<option value="([^"]*)"', options)[:1]
            yield _attribute(tag, "name"), unescape((chosen or first or [""])[0])


def _attribute(tag, name):
    found = re.search(rf'\s{name}="([^"]*)"', tag)
    return unescape(found[1]) if found else ""
