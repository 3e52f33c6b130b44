"""What a reader sees of an answer."""


def text_of(response) -> str:
    """The page with every run of blanks as one, so that a sentence is found however it is broken."""
    return " ".join(response.content.decode().split())
