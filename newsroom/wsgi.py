"""The server's way in: readers' pages from memory where they are kept, Django behind it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
application = get_wsgi_application()

from django.conf import settings  # noqa: E402 - settings are read once Django is set up

if settings.PAGE_CACHE_MB:
    from newsroom.page_cache.front import PageCache

    application = PageCache(application, settings.ALLOWED_HOSTS, settings.PAGE_CACHE_MB * 1024 * 1024)
