"""Browser windows that remember what went wrong in them."""

from urllib.parse import urlsplit

from django.conf import settings
from django.test import Client

WIDE, PHONE = (1440, 900), (390, 844)
# Long enough for a loaded machine; no test waits for it when all is well.
PATIENCE_MS = 20_000


class Windows:
    """Opens windows on the site and gathers their troubles."""

    def __init__(self, chromium, site: str):
        self.chromium, self.site = chromium, site
        self.contexts, self.noted, self.expected = [], [], []

    @property
    def troubles(self) -> list[str]:
        """What went wrong and was not meant to."""
        return [note for note in self.noted if not any(words in note for words in self.expected)]

    def expect(self, *words: str) -> None:
        """Complaints with these words belong to the story."""
        self.expected += words

    def open(self, person=None, *, size=WIDE, script=True, touch=False):
        """A page in a window of its own; with `person`, a user or their client, they are logged in."""
        context = self.chromium.new_context(
            base_url=self.site,
            viewport={"width": size[0], "height": size[1]},
            locale="da-DK",
            timezone_id="Europe/Copenhagen",
            java_script_enabled=script,
            has_touch=touch,
            is_mobile=touch,
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE_MS)
        self.contexts.append(context)
        if person:
            context.add_cookies([session_of(person, self.site)])
        page = context.new_page()
        watch(page, self.site, self.noted)
        return page

    def close(self) -> None:
        """Close them all."""
        while self.contexts:
            self.contexts.pop().close()


def session_of(person, site: str) -> dict:
    """The cookie of somebody who has logged in."""
    client = person if isinstance(person, Client) else Client()
    if client is not person:
        client.force_login(person)
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": site}


def watch(page, site: str, noted: list[str]) -> None:
    """Note what the browser complains of: faults in scripts, things the CSP stopped, requests elsewhere."""

    def complaint(message):
        if message.type in ("error", "warning"):
            noted.append(f"{page.url}: {message.text}")

    def request(request):
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob") and f"{address.scheme}://{address.netloc}" != site:
            noted.append(f"{page.url} asked for {request.url}")

    page.on("console", complaint)
    page.on("pageerror", lambda error: noted.append(f"{page.url}: {error}"))
    page.on("request", request)
