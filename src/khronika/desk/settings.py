"""What Django is told. The one module of the desk that reads the environment.

Invariants:

- Nothing here writes: the key and the database are made by `start`, before the first request.
- Safe unless somebody says otherwise: this machine alone, no debugging, no address of others.
"""

import shutil
from pathlib import Path
from secrets import token_urlsafe

from khronika.casebook.environment import environment
from khronika.casebook.settings import DATABASE_URL, DATABASE_URL_FILE
from khronika.casebook.settings import database_url as store_url
from khronika.casebook.sftp import Programs
from khronika.desk.database import database_settings
from khronika.values.language import LANGUAGES as SPOKEN
from khronika.values.language import SOURCE_LANGUAGE

_ENVIRON = environment()
_MINUTES = 60

DESK_FOLDER = Path(_ENVIRON.get("KHRONIKA_DESK_FOLDER", "")).absolute()
DESK_ENVIRON = _ENVIRON
DESK_PROGRAMS = Programs(sftp=shutil.which("sftp") or "", keygen=shutil.which("ssh-keygen") or "")
KEY_FILE = DESK_FOLDER / "desk.key"
IS_BEHIND_TLS = _ENVIRON.get("KHRONIKA_HTTPS", "") == "yes"
_HOSTS = tuple(name for name in _ENVIRON.get("KHRONIKA_HOSTS", "").split(",") if name)
DESK_IS_REACHABLE = bool(_HOSTS) or IS_BEHIND_TLS

DEBUG = False
SECRET_KEY = KEY_FILE.read_text(encoding="ascii") if KEY_FILE.is_file() else token_urlsafe(50)
ALLOWED_HOSTS = ["127.0.0.1", "localhost", *_HOSTS]
CSRF_TRUSTED_ORIGINS = [f"https://{name}" for name in _HOSTS]
ROOT_URLCONF = "khronika.desk.urls"
CSRF_FAILURE_VIEW = "khronika.desk.refusals.stale_form"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

_IS_SERVER = DATABASE_URL in _ENVIRON or DATABASE_URL_FILE in _ENVIRON
DATABASES = {
    "default": database_settings(
        store_url(DESK_FOLDER, _ENVIRON) if _IS_SERVER else "", DESK_FOLDER / "desk.sqlite"
    )
}

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "khronika.desk.accounts",
    "khronika.desk.logbook",
    "khronika.desk.exchange",
    "khronika.desk.waiting",
    "khronika.desk.api",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "khronika.desk.headers.Headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "khronika.desk.access.Access",
    "axes.middleware.AxesMiddleware",
]

AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
AXES_FAILURE_LIMIT = 7
AXES_COOLOFF_TIME = 0.25  # hours
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_FORM_FIELD = "username"  # as `authenticate` is told it, whatever the form says
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "khronika.desk.refusals.locked_out"
AXES_DISABLE_ACCESS_LOG = True  # who signed in from where is nobody's business
AXES_VERBOSE = False
OTP_TOTP_ISSUER = "Khronika"

SESSION_COOKIE_AGE = 12 * 60 * _MINUTES
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = IS_BEHIND_TLS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_SECURE = IS_BEHIND_TLS
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

SECURE_REFERRER_POLICY = "same-origin"  # Django compares it where a form is sent over TLS
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 180 if IS_BEHIND_TLS else 0
if IS_BEHIND_TLS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000  # a pasted text; files are counted as they come
FILE_UPLOAD_HANDLERS = ["khronika.desk.uploads.ToDisk"]

STATIC_URL = "/static/"
STATICFILES_DIRS = [Path(__file__).parent / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

TIME_ZONE = "UTC"  # hours are told in the zone of the archive, by `detained`
USE_TZ = True
USE_I18N = True
LANGUAGE_CODE = SOURCE_LANGUAGE
LANGUAGES = [(code, code) for code in SPOKEN]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "khronika.desk.trouble.Plain"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "django.server": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "axes": {"handlers": ["stderr"], "level": "CRITICAL", "propagate": False},
        "waitress.queue": {"handlers": ["stderr"], "level": "CRITICAL", "propagate": False},
    },
}
