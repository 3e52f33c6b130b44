"""A mail before a listing runs out, to those who can renew it. Run once a day by the clock of the machine."""

from datetime import date

from django.db import transaction
from django.urls import reverse

from accounts.models import Membership
from config.danish import long_date
from config.mailing import mail_when_kept
from exchange.models import Listing


def remind_all(*, today: date, site: str) -> int:
    """Remind of each listing that ends within a week and was not reminded of; how many mails were sent.

    `site` is the address of the app, without a slash at the end. Run twice it reminds once; a listing that
    is renewed is reminded of again before its new end.
    """
    sent = 0
    for pk in Listing.objects.running_out(today).order_by("pk").values_list("pk", flat=True):
        sent += _remind(pk, today, site)
    return sent


@transaction.atomic
def _remind(pk, today: date, site: str) -> int:
    listing = Listing.objects.select_for_update(no_key=True).get(pk=pk)
    if listing.reminded_of == listing.ends_on:
        return 0
    listing.reminded_of = listing.ends_on
    listing.save(update_fields=["reminded_of"])
    addresses = _who_can_renew(listing)
    for address in addresses:
        mail_when_kept(
            to=address, subject=f"»{listing.title}« udløber {long_date(listing.ends_on, today)}",
            template="exchange/mail_runs_out.txt", context=_told(listing, today, site),
        )  # fmt: skip
    return len(addresses)


def _told(listing: Listing, today: date, site: str) -> dict:
    path = reverse("listings:listing", args=[listing.plan.slug, listing.pk])
    return {
        "title": listing.title, "actor": listing.actor.name, "until": long_date(listing.ends_on, today),
        "link": f"{site}{path}", "plan": listing.plan.name,
    }  # fmt: skip


def _who_can_renew(listing: Listing) -> list[str]:
    """Those who speak for the organisation, else whoever wrote the listing while a member of the plan."""
    members = Membership.objects.filter(plan=listing.plan_id, user__is_active=True)
    speaking = members.filter(role="partner", representation__actor=listing.actor_id)
    found = speaking if speaking.exists() else members.filter(user=listing.created_by_id)
    return sorted(set(found.values_list("user__email", flat=True)))
