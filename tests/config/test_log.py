"""The log of errors tells where and why, and nothing that people typed."""

import logging
import sys

from django.conf import settings
from django.db import IntegrityError
from django.utils.module_loading import import_string


def written(text):
    """What the house's own handler writes of an error with this text."""
    named = dict(settings.LOGGING["formatters"]["discreet"])
    formatter = import_string(named.pop("()"))(named["format"])
    try:
        raise IntegrityError(text)
    except IntegrityError:
        return formatter.format(logging.LogRecord("django", 40, "", 1, "Broken: /a/", (), sys.exc_info()))


def test_a_row_that_the_database_quotes_is_not_written():
    log = written(
        'duplicate key value violates unique constraint "user_email_once_any_case"\n'
        "DETAIL:  Key (lower(email::text))=(lone@bakken.example) already exists."
    )
    assert "lone@" not in log
    assert "user_email_once_any_case" in log
    assert "test_log.py" in log


def test_a_statement_that_the_database_quotes_is_not_written():
    log = written("invalid input syntax\nLINE 1: ...WHERE name = 'Lone Riis'\n                ^")
    assert "Lone" not in log
    assert "invalid input syntax" in log


def test_every_handler_writes_discreetly_and_nothing_is_mailed():
    assert [one.get("formatter") for one in settings.LOGGING["handlers"].values()] == ["discreet"]
    assert settings.LOGGING["loggers"]["django"]["handlers"] == []
