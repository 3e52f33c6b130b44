"""What a process opens, seen from the interpreter itself."""

import sys

import pytest

_opened = []
sys.addaudithook(lambda event, arguments: _opened.append(arguments[0]) if event == "open" else None)


@pytest.fixture
def files_opened():
    """The paths opened so far; clear() it to begin anew."""
    _opened.clear()
    return _opened
