"""What the tests of a talk's page share."""

JSON = {"Accept": "application/json"}
CPR = "Ring til 010165-1234"


def url_of(talk, act="") -> str:
    """The page of a talk, or what is posted to below it."""
    return f"/solbakken/aktoerer/{talk.actor_id}/vaerdier/{talk.pk}/{act}"


def page_of(client, talk, query="") -> str:
    """The page as it is read."""
    return client.get(url_of(talk) + query).content.decode()


def stored(talk) -> dict:
    """{value or name: (level, gains, gives)}."""
    return {ray.value or ray.name: (ray.level, ray.gains, ray.gives) for ray in talk.rays.all()}
