"""What every template knows."""

from email.utils import parseaddr

from django.conf import settings
from django.utils.encoding import iri_to_uri

from claims.cards import of_site


def site(request):
    """The site's name and address, and this page's own path; a view that declares parameters says its own."""
    return {
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
        "canonical_path": iri_to_uri(request.path) if request else "",
        "contact": parseaddr(settings.DEFAULT_FROM_EMAIL)[1],
        "site_card": of_site(),
    }
