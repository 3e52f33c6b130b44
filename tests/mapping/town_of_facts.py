"""Facts of actors for the tests of matching: each with a name, a kind and what the test is about."""

from mapping.match_facts import Facts, Thing, ValueWord
from mapping.network import Line


def actor(key, name="", kind="other", **about) -> Facts:
    """One actor; sets may be given as any list, `has` and `lacks` as pairs (kind, text)."""
    for field in ("areas", "reaches", "wants"):
        about[field] = frozenset(about.get(field, ()))
    for field in ("has", "lacks", "skills"):
        about[field] = tuple(Thing(*one) for one in about.get(field, ()))
    about["values"] = {
        value: said if isinstance(said, ValueWord) else ValueWord(said)
        for value, said in about.get("values", {}).items()
    }
    return Facts(key, name or f"Aktør {key}", kind, **about)


def lines(*pairs, form=2) -> list[Line]:
    """Lines from pairs written "ab"."""
    return [Line(pair[0], pair[1], form) for pair in pairs]
