"""The words of the mails: plain text, nothing that could tell whether they are read."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse

from newsroom.following import asking
from newsroom.following.counting import News
from newsroom.following.models import Follow
from newsroom.lib.api import absolute
from newsroom.lib.text import clean, line

MOST = 20  # changes in one mail
LONGEST_SUBJECT = 120


def confirmation(follow: Follow, key: str) -> EmailMessage:
    address = absolute(reverse("follow_confirm", args=[asking.confirm_token(follow)]))
    text = _words("confirmation", {"follow": follow, "address": address})
    return _letter(follow, key, f"Confirm: {follow.subject}", text)


def alert(follow: Follow, news: list[News], key: str) -> EmailMessage:
    leave = absolute(reverse("follow_leave", args=[asking.leave_token(follow)]))
    context = {
        "follow": follow,
        "page": absolute(follow.subject.get_absolute_url()),
        "leave": leave,
        "news": [(one, absolute(one.claim.get_absolute_url())) for one in news[:MOST]],
        "more": max(0, len(news) - MOST),
    }
    letter = _letter(follow, key, _subject(follow, news), _words("alert", context))
    letter.extra_headers |= {
        "List-Unsubscribe": f"<{leave}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Precedence": "bulk",
    }
    return letter


def _letter(follow: Follow, key: str, subject: str, text: str) -> EmailMessage:
    host = settings.SITE_URL.partition("://")[2].partition(":")[0]
    headers = {"Message-ID": f"<{key}@{host}>", "Auto-Submitted": "auto-generated"}
    return EmailMessage(
        _short(line(subject)), text, settings.DEFAULT_FROM_EMAIL, [follow.email], headers=headers
    )


def _subject(follow: Follow, news: list[News]) -> str:
    """What happened, in a line; a major spoiler is not put where it is read unasked."""
    open_ones = [one for one in news if not one.is_spoiler]
    if not open_ones:
        return f"{follow.subject}: something changed"
    first, others = open_ones[0], len(news) - 1
    level = "Taken back" if first.is_taken_back else first.badge.level.label
    told = f"{level}: {first.badge.about if first.badge else first.claim.said}"
    return told.rstrip(".") + (f" (and {others} more)" if others else "")


def _words(name: str, context: dict) -> str:
    text = render_to_string(f"following/{name}.txt", {**context, "site_name": settings.SITE_NAME})
    return clean(text).strip() + "\n"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_SUBJECT else text[: LONGEST_SUBJECT - 1].rstrip() + "…"
