"""What the house promises, a page each."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles import authorship
from newsroom.lib import clock
from newsroom.lib.params import Moment
from newsroom.lib.refusals import NotHere
from newsroom.policies import POLICIES


@require_safe
def policy_detail(request, name):
    policy, now = POLICIES.get(name), Moment(clock.now())
    if policy is None:
        raise NotHere
    authors = authorship.masthead(now.at) if name == "contact" else []
    return render(
        request,
        "newsroom/policy_detail.html",
        {"moment": now, "policy": policy, "policies": POLICIES.values(), "authors": authors},
    )
