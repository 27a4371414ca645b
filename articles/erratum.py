"""“Spotted an error?”: a mail to the desk that names the story's address and its edition."""

from email.utils import parseaddr
from urllib.parse import quote

from django.conf import settings

from articles.models import Edition
from newsroom.lib.api import absolute


def mail_link(edition: Edition) -> str:
    """RFC 6068: to whom, a subject, and the first lines; their ends are CRLF there."""
    to = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    lines = [
        absolute(edition.get_edition_url()),
        f"Edition {edition.number}",
        "",
        "What is wrong, and how do you know?",
    ]
    subject, body = quote(f"An error in “{edition.headline}”"), quote("\r\n".join(lines))
    return f"mailto:{quote(to, safe='@+')}?subject={subject}&body={body}"
