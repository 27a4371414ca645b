"""Settings, in the order of Django's documentation; every value of the environment comes through `env`."""

from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from newsroom import databases, env, theme

BASE_DIR = Path(__file__).resolve().parent.parent

# Core
DEBUG = env.flag("DEBUG")
SECRET_KEY = env.secret_key(DEBUG)
ALLOWED_HOSTS = env.allowed_hosts(DEBUG)
SITE_URL = env.site_url(DEBUG)
SITE_NAME = env.text("SITE_NAME", "Newsroom")
SECURITY_CONTACT = env.security_contact(SITE_URL)
CACHES = {"default": databases.cache(env.text("CACHE_URL", ""))}
DATABASES = {"default": databases.database(env.text("DATABASE_URL", ""), BASE_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TIME_ZONE = env.time_zone()
USE_TZ = True
LANGUAGE_CODE = "en-gb"
USE_I18N = False
ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"
APPEND_SLASH = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 16 * 1024 * 1024

INSTALLED_APPS = [
    "newsroom.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_filters",
    "csp",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "django_prose_editor",
    "newsroom.lib.apps.LibConfig",
    "images",
    "shows",
    "claims",
    "articles",
    "newsroom.door.apps.DoorConfig",
    "newsroom.outbox.apps.OutboxConfig",
    "newsroom.following.apps.FollowingConfig",
    "newsroom.page_cache.apps.PageCacheConfig",
    "newsroom.apps.NewsroomConfig",
]

MIDDLEWARE = [
    "newsroom.middleware.one_instant",
    "newsroom.middleware.cache_headers",
    "newsroom.middleware.secret_addresses",
    "newsroom.middleware.cross_origin",
    "csp.middleware.CSPMiddleware",
    "newsroom.middleware.permissions_policy",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "newsroom.middleware.DeskSessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "newsroom.door.middleware.desk_rules",
    "newsroom.middleware.rechecks",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "newsroom.middleware.ErrorsInWords",
]

# Finished pages, kept in each process's memory; none while templates are being worked on.
PAGE_CACHE_MB = env.count("PAGE_CACHE_MB", 0 if DEBUG else 64)

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "newsroom.context.site",
            ],
            "builtins": ["newsroom.templatetags.newsroom"],
        },
    },
]

# Passwords, sessions and cookies: the desk's alone. The public site knows no session.
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/admin/"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_SAVE_EVERY_REQUEST = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SITE_URL.startswith("https://")
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CSRF_TRUSTED_ORIGINS = [SITE_URL]
CSRF_FAILURE_VIEW = "newsroom.door.stale_forms.stale_form"

# The door of the desk.
LOGIN_URL, LOGIN_REDIRECT_URL = "admin:login", "admin:index"
REQUIRE_SECOND_FACTOR = env.flag("REQUIRE_SECOND_FACTOR")
PROXIES = env.proxies()
OTP_TOTP_ISSUER = SITE_NAME
OTP_TOTP_SYNC = False  # a code is good one step early or late, by our clock and not by the phone's habits

# Security. Behind TLS the proxy redirects; we say HSTS whenever the site's own address is https.
SECURE_HSTS_SECONDS = 63072000 if SITE_URL.startswith("https://") else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_SSL_REDIRECT = False
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, theme.SOURCE],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SILENCED_SYSTEM_CHECKS = [
    "security.W008",  # the redirect to https is the proxy's: behind it every request looks like http
]

# What leaves the house: mail to followers, pings to the hub, webhooks.
MAIL = env.mail()
MAIL_IS_SET_UP = MAIL.is_set_up
EMAIL_BACKEND = f"django.core.mail.backends.{MAIL.backend}.EmailBackend"
EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL[1:5]
EMAIL_USE_TLS, EMAIL_USE_SSL, EMAIL_FILE_PATH = MAIL.starts_tls, MAIL.is_tls, MAIL.folder
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.text("EMAIL_FROM", f"{SITE_NAME} <newsroom@{urlsplit(SITE_URL).hostname}>")
WEBSUB_HUB = env.hub()
PRIVATE_WEBHOOKS = DEBUG or env.flag("PRIVATE_WEBHOOKS")

# Files
STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "media/"
MEDIA_ROOT = Path(env.text("MEDIA_ROOT", str(BASE_DIR / "var" / "media")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "newsroom.static_files.HashedFiles"
    },
}
FILE_UPLOAD_PERMISSIONS = 0o644
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
# Besides what is compressed already: source maps, which cost more time than all the rest and serve nobody here.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = [
    "map",
    "jpg",
    "jpeg",
    "png",
    "gif",
    "webp",
    "avif",
    "woff",
    "woff2",
    "gz",
    "br",
]
WHITENOISE_AUTOREFRESH = DEBUG

# Logging: one line an event to standard error.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"django.request": {"level": "ERROR"}},
}
