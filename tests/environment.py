"""The suite's environment, set before Django reads it (`-p tests.environment`): production-like, files of its own."""

import os

os.environ |= {
    "DEBUG": "0",
    "SECRET_KEY": "tests-alone-use-this-key-0123456789-abcdefghijklmnopqrstuvwxyz",
    "ALLOWED_HOSTS": "testserver,localhost,127.0.0.1",
    "SITE_URL": "https://news.example",
    "SITE_NAME": "Newsroom",
    "TIME_ZONE": "Etc/UTC",
    "DJANGO_ALLOW_ASYNC_UNSAFE": "1",  # Playwright's loop runs beside the live server
}
