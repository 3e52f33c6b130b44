"""The link in the week's mail that ends it without login. It says whose mail it is, and is signed."""

from django.core import signing
from django.urls import reverse

from accounts.models import Membership

SALT = "ugens mail"


def stop_address(member: Membership) -> str:
    """The path that the link leads to. It holds as long as the member is in the plan."""
    token = signing.Signer(salt=SALT).sign(str(member.pk)).replace(":", ".")
    return reverse("accounts:digest_stop", args=[token])


def member_of(token: str) -> Membership | None:
    """Whose mail the link is about; None for one that is not ours, or who has left."""
    try:
        pk = signing.Signer(salt=SALT).unsign(token.replace(".", ":"))
    except signing.BadSignature:
        return None
    return Membership.objects.select_related("plan", "user").filter(pk=pk).first()
