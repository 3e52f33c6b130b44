"""What a process opens, seen from the interpreter itself."""

import sys

import pytest

_opened, _watching = [], [False]


def _note(event, arguments):
    if event == "open" and _watching[0]:
        _opened.append(arguments[0])


# A hook cannot be taken away again, so it is told when to look.
sys.addaudithook(_note)


@pytest.fixture
def files_opened():
    """The paths opened during the test; clear() it to begin anew."""
    _opened.clear()
    _watching[0] = True
    yield _opened
    _watching[0] = False
