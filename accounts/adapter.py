"""How allauth behaves here: nobody signs up by themselves; they are invited."""

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    """Accounts come by invitation alone."""

    def is_open_for_signup(self, request) -> bool:
        """Never; see accounts.views.invitations."""
        return False
