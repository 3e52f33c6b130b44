"""How errors are written down: when, where and why, but not what people had typed."""

import logging
import re

# PostgreSQL quotes the row that a constraint refused, e.g. DETAIL:  Key (email)=(…) already exists.
QUOTED_ROW = re.compile(r"^(DETAIL|CONTEXT|HINT|QUERY|STATEMENT|LINE \d+): .*(\n[ \t]*\^)?$", re.M)


class DiscreetFormatter(logging.Formatter):
    """A traceback without the rows that a database quotes in its errors."""

    def formatException(self, exc_info) -> str:
        """The traceback as text, its quoted rows taken out."""
        return QUOTED_ROW.sub(r"\1: …", super().formatException(exc_info))
