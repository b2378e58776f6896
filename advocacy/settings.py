"""Every setting of the site, all of it from the environment; see README for the names."""

from datetime import timedelta
from pathlib import Path

from advocacy import environment

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = environment.folder("DATA_DIR", BASE_DIR / "var")

DEBUG = environment.flag("DEBUG")
SECRET_KEY = environment.secret_key(DATA_DIR)

SITE_NAME = environment.text("SITE_NAME", "On Record")
_site = environment.address("SITE_URL", "http://localhost:8000")
SITE_URL = _site.geturl()
_https = _site.scheme == "https"
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS", f"{_site.hostname},localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = [SITE_URL]

# How many proxies stand before the site, each of which adds to X-Forwarded-For.
PROXIES = environment.number("PROXIES")

# Where e-mail is handed over; without it none is sent.
_email = environment.email()
SENDS_EMAIL = bool(_email)
globals().update(_email)
DEFAULT_FROM_EMAIL = f"{SITE_NAME} <no-reply@{_site.hostname}>"

# Where readers may report an error; without it no page offers to.
CONTACT_EMAIL = environment.mailbox("CONTACT_EMAIL")

# Must publishers and administrators give a code of their telephone beside the password?
REQUIRE_CODES = environment.flag("REQUIRE_CODES", default=not DEBUG)
OTP_TOTP_ISSUER = SITE_NAME

# May browsers keep, encrypted, what staff typed and have not saved yet?
KEEP_UNSAVED = environment.flag("KEEP_UNSAVED", default=True)

# May one person write a statement and approve it too? Only a team of one should say yes.
ALLOW_SELF_APPROVAL = environment.flag("ALLOW_SELF_APPROVAL")

# Does the server itself publish what is scheduled? If not, a timer runs `publish_scheduled`.
PUBLISH_ON_TIME = environment.flag("PUBLISH_ON_TIME", default=True)

INSTALLED_APPS = [
    "statements.apps.StatementsConfig",
    "statements.apps.CatalogueConfig",
    "statements.apps.DeskAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "taggit",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "advocacy.middleware.SecurityHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "advocacy.middleware.CleanAddress",
    "advocacy.middleware.LanguageFromAddress",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "advocacy.urls"
WSGI_APPLICATION = "advocacy.wsgi.application"
APPEND_SLASH = True

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
            ],
        },
    },
]

DATABASES = {"default": environment.database(DATA_DIR)}
CACHES = environment.caches()
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "statements.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{validator}"}
    for validator in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# Five wrong passwords for one user name from one address, and it waits for a quarter of an hour.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_CLIENT_IP_CALLABLE = "statements.admin.entry.address.client"
AXES_LOCKOUT_CALLABLE = "statements.admin.entry.lockout.page"
# The desk has its own pages for what happened.
AXES_ENABLE_ADMIN = False
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False

# The form of a long text with a hundred recommendations must not be thrown away as an attack.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024

# SITE_URL has no path, so nothing a proxy or a visitor says may put one before our addresses.
FORCE_SCRIPT_NAME = ""

LANGUAGE_CODE = "en"
# Each by its own name, in the order of the United Nations.
LANGUAGES = [
    ("ar", "العربية"),
    ("zh-hans", "中文"),
    ("en", "English"),
    ("fr", "Français"),
    ("ru", "Русский"),
    ("es", "Español"),
]
LOCALE_PATHS = [BASE_DIR / "statements" / "locale"]
USE_I18N = True
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

TAGGIT_CASE_INSENSITIVE = True

# Cookies are for staff alone; their protection follows the scheme of SITE_URL.
SESSION_ENGINE = "statements.models.session"
SESSION_COOKIE_SECURE = _https
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = _https
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "statements.views.errors.stale_form"
SECURE_SSL_REDIRECT = _https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _https else None
SECURE_HSTS_SECONDS = 31_536_000 if _https else 0
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Named as in Django 6.0, which will read it in place of our middleware.
SECURE_CSP = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "manifest-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}
# HSTS over a team's other domains, and its preload list, are theirs to choose.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
