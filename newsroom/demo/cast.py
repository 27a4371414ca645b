"""The accounts of the demo: one for each of the desk's three roles."""

import secrets

from django.contrib.auth.models import Group, User

ROLES = {"alice": "Editor", "bob": "Writer", "mona": "Managing editor"}
EMAIL = "{}@demo.invalid"  # by this address an account is known as the demo's


def give_accounts(password: str = "") -> str:
    """Let alice, bob and mona in. Gives the password that was set; none where all could log in before."""
    password = password or secrets.token_urlsafe(9)
    is_set = False
    for name, role in ROLES.items():
        user = User.objects.filter(username=name).first() or User(username=name)
        if user.pk and user.has_usable_password():
            continue
        user.email, user.first_name = EMAIL.format(name), name.title()
        user.is_staff = user.is_active = is_set = True
        user.set_password(password)
        user.save()
        user.groups.add(Group.objects.get_or_create(name=role)[0])
    return password if is_set else ""


def accounts():
    """The demo's own accounts; one that the desk made under such a name is not among them."""
    return User.objects.filter(email__in=[EMAIL.format(name) for name in ROLES], username__in=ROLES)
