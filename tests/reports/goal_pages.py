"""What the tests of goals share: addresses, what a person sends, and what a reader sees."""

import re

from django.urls import reverse

TAGS = re.compile(r"<[^>]+>")
# A Friday in the second half of the month, which is then the month that is counted.
TODAY = "2026-11-20 09:00 +01:00"


def text_of(response) -> str:
    """The words of the page, with a blank wherever one thing ends."""
    return " ".join(TAGS.sub(" ", response.content.decode()).split())


def address(plan, name, *args):
    return reverse(f"goals:{name}", args=[plan.slug, *args])


def month_address(plan, month="2026-10"):
    return f"{address(plan, 'month')}?maaned={month}"


def goal_form(**more):
    return {"name": "Flere unge får et fritidsjob", "influence": "yes", "measured": "no"} | more


def indicator_form(**more):
    return {
        "name": "Unge i fritidsjob", "influence": "yes", "automatic": "", "part": "", "area": "",
        "unit": "unge", "minutes": "30", "source": "Jobhusets liste", "direction": "up", "baseline": "11",
        "target": "1.250", "frequency": "month", "owner": "",
    } | more  # fmt: skip


def month_form(client, url, **amounts):
    """The fields of the month's page as it stands, with what is typed by indicator: "12" or "12|note"."""
    form = client.get(url).context["form"]
    data = {field.html_name: field.value() or "" for field in form}
    by_name = {cell.indicator.name: cell for cell in form.cells}
    for name, typed in amounts.items():
        amount, _, note = str(typed).partition("|")
        data[by_name[name].name("a")] = amount
        data[by_name[name].name("n")] = note
    return data
