"""A form's own id: what makes sending it twice write once."""

import uuid

from django.db.models import QuerySet


def live_submission(rows: QuerySet, submission: uuid.UUID | None) -> uuid.UUID:
    """The id to write a row of `rows` under when a form with `submission` was sent.

    Where what it wrote was deleted since (the user took it back, and sent the page again that the browser
    kept), it is the next id in a line that is the same each time; so twice is still once. A new one for None.
    """
    sent = submission or uuid.uuid4()
    while rows.filter(submission=sent, deleted_at__isnull=False).exists():
        sent = uuid.uuid5(sent, "again")
    return sent
