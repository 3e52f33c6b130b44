"""What a reader sees of a page."""

import html
import re

TAGS = re.compile(r"<[^>]+>")


def text_of(response) -> str:
    """The words of the page, with a blank where a tag stands."""
    return " ".join(html.unescape(TAGS.sub(" ", response.content.decode())).split())
