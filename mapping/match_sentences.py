"""What a suggestion says, in plain Danish with names: why these two, and who can bring them together.

»Kvindeforeningen Rosen mangler lokale torsdag aften. Apoteket Lærken har et mødelokale, der står tomt efter
kl. 18. Biblioteket kender begge.« Words that somebody wrote are carried into the sentence where they are a
thing, and quoted where they are talk. Names never get a genitive: not all of them can bear one.
"""

import re
from collections.abc import Mapping, Sequence

from config.danish import join_names
from mapping.match_facts import Basis, Facts, Reason, Suggestion, Why
from mapping.match_patterns import BUSINESS, RESIDENT

# Longer words than these are cut; a sentence is read in one breath.
THING_LENGTH, QUOTE_LENGTH, PIECE_LENGTH = 80, 90, 44
NAMES_AT_MOST = 3
SENTENCE_ENDS = re.compile(r"[.!?]\s+[A-ZÆØÅ]|[\n\r]")
# »Vi mangler lokale« is written where only »lokale« was asked for.
BEFORE_A_THING = re.compile(
    r"^(?:vi\s+|de\s+|der\s+)?(?:mangler|har|søger|ønsker|råder over)\s+", re.IGNORECASE
)

# The things that are lent most, in the singular, by how the word ends.
ARTICLES = {
    "lokale": "et", "rum": "et", "køkken": "et", "værksted": "et", "hus": "et", "telt": "et", "kontor": "et",
    "studie": "et", "anlæg": "et", "sal": "en", "hal": "en", "bil": "en", "bus": "en", "cykel": "en",
    "trailer": "en", "fond": "en", "pulje": "en", "have": "en",
}  # fmt: skip
ADJECTIVES = frozenset(
    {"stor", "stort", "lille", "ny", "nyt", "god", "godt", "åben", "åbent", "fælles", "lokal", "lokalt"}
)

WANTS = {
    1: "nå flere og andre beboere",
    2: "lære af det, andre ved",
    3: "finde flere at arbejde sammen med",
    4: "gøre mere for området",
    5: "bruge lokaler og udstyr, andre har",
}
SHORT_WANTS = {
    1: "Vil nå flere beboere",
    2: "Vil lære af andre",
    3: "Vil samarbejde mere",
    4: "Vil gøre mere for området",
    5: "Kan bruge flere ressourcer",
}


def sentence(suggestion: Suggestion, by_key: Mapping[str, Facts]) -> str:
    """The whole text of the suggestion; `by_key` holds the two and those who know both."""
    carrying = [reason for reason in suggestion.reasons if reason.taker]
    said = [_carrying(reason, suggestion, by_key) for reason in _worth_saying(carrying)]
    return " ".join([*said, *_support(suggestion, by_key)])


def _worth_saying(carrying: list[Reason]) -> list[Reason]:
    """The strongest, and what the other one gains in return if that can be said without a quotation."""
    first = carrying[0]
    in_return = [reason for reason in carrying[1:] if reason.taker != first.taker and reason.why != Why.VALUE]
    return [first, *in_return[:1]]


def _carrying(reason: Reason, suggestion: Suggestion, by_key: Mapping[str, Facts]) -> str:
    taker, giver = by_key[reason.taker], by_key[suggestion.other(reason.taker)]
    if reason.why == Why.NEED:
        return f"{taker.name} mangler {thing(reason.lacks)}. {giver.name} har {had(reason.has)}."
    if reason.why == Why.GROUP:
        groups = listing(reason.names)
        return f"{taker.name} vil gerne nå {groups}. {giver.name} når dem i dag."
    if reason.value == 3 and reason.wish == reason.offer == Basis.PATTERN:
        return f"{taker.name} og {giver.name} kender begge mange og kan sætte andre sammen."
    return f"{_wish(reason, taker)} {_offer(reason, giver)}"


def _wish(reason: Reason, taker: Facts) -> str:
    """What the taker wants, or what it is that makes us think so."""
    wanted = WANTS[reason.value]
    if reason.wish == Basis.PATTERN:
        return _wish_by_pattern(reason.value, taker)
    if reason.wish == Basis.ESTIMATE:
        return f"{taker.name} vil nok gerne {wanted}."
    # Words may be written before a level is chosen.
    how = {1: "kunne godt", 3: "vil meget gerne"}.get(reason.level, "vil gerne")
    in_its_words = f": {quoted(reason.lacks)}" if reason.lacks else ""
    return f"{taker.name} {how} {wanted}{in_its_words}."


def _wish_by_pattern(value: int, taker: Facts) -> str:
    return {
        1: f"{taker.name} holder til uden for området.",
        2: f"{taker.name} er specialiseret i {_small(cut(taker.specialised_in, THING_LENGTH))}.",
        3: f"{taker.name} kender mange i forvejen.",
        4: f"{taker.name} kan måske gøre mere for området.",
        5: f"{taker.name} kan måske bruge flere lokaler og midler.",
    }[value]


def _offer(reason: Reason, giver: Facts) -> str:
    """What the giver can give, in its own words if there are any."""
    if reason.offer == Basis.LISTED:
        return f"{giver.name} har {had(reason.has)}."
    if reason.has:
        # Our own estimate is never put in the actor's mouth.
        says = (
            f"Vi tror, at {giver.name} kan give" if reason.offer == Basis.ESTIMATE else f"{giver.name} siger"
        )
        return f"{says}: {quoted(reason.has)}."
    if reason.value == 1 or (reason.value == 2 and not giver.specialised_in):
        return _close(giver)
    spare = "varer eller midler" if giver.kind == BUSINESS else "lokaler"
    return {
        2: f"{giver.name} er specialiseret i {_small(cut(giver.specialised_in, THING_LENGTH))}.",
        3: f"{giver.name} kender mange og kan sætte andre sammen.",
        4: f"{giver.name} ved, hvad der er brug for.",
        5: f"{giver.name} har måske {spare} at bidrage med.",
    }[reason.value]


def _close(giver: Facts) -> str:
    """How the giver is close to residents."""
    if giver.daily and giver.close:
        return f"{giver.name} er i området hver dag og kender beboerne."
    if giver.kind == RESIDENT:
        return f"{giver.name} er drevet af beboere og kender området."
    return f"{giver.name} har tæt relation til beboerne."


def _support(suggestion: Suggestion, by_key: Mapping[str, Facts]) -> list[str]:
    """Who knows both; else where they meet already; else that there is no line today."""
    by_why = {reason.why: reason for reason in suggestion.reasons}
    is_long = len(_worth_saying([reason for reason in suggestion.reasons if reason.taker])) > 1
    said = []
    if known := by_why.get(Why.INTRODUCER):
        # One is easier to ask than three.
        said.append(f"{by_key[known.names[0]].name} kender begge.")
    elif area := by_why.get(Why.AREA):
        said.append(_both_work(area.names))
    if (reach := by_why.get(Why.REACH)) and not is_long and suggestion.reasons[0].why != Why.GROUP:
        said.append(f"Begge når {listing(reach.names)}.")
    return said or ["De arbejder ikke sammen i dag."]


def _both_work(areas: Sequence[str]) -> str:
    """Names of areas stand after a colon: one lives in Østhøj, on Lyngvej and at Torvet."""
    where = "i samme område" if len(areas) == 1 else "i de samme områder"
    return f"Begge arbejder {where}: {join_names(areas, limit=NAMES_AT_MOST)}."


def pieces(suggestion: Suggestion, by_key: Mapping[str, Facts]) -> tuple[str, str]:
    """The short lines on the two pieces: what the taker lacks, and what the giver has."""
    reason = suggestion.reasons[0]
    giver = by_key[suggestion.giver]
    if reason.why == Why.NEED:
        return (
            f"Mangler {cut(_thing(reason.lacks), PIECE_LENGTH)}",
            f"Har {cut(_thing(reason.has), PIECE_LENGTH)}",
        )
    if reason.why == Why.GROUP:
        groups = listing(reason.names)
        return f"Vil nå {cut(groups, PIECE_LENGTH)}", "Når dem i dag"
    return SHORT_WANTS[reason.value], _short_offer(reason, giver)


def _short_offer(reason: Reason, giver: Facts) -> str:
    if reason.offer == Basis.LISTED:
        return f"Har {cut(_thing(reason.has), PIECE_LENGTH)}"
    if reason.has:
        return quoted(reason.has, PIECE_LENGTH)
    if reason.value == 1 or (reason.value == 2 and not giver.specialised_in):
        return "Kender beboerne"
    return {
        2: f"Ved noget om {_small(cut(giver.specialised_in, PIECE_LENGTH))}",
        3: "Kender mange",
        4: "Ved, hvad der er brug for",
        5: "Kan måske give varer eller midler" if giver.kind == BUSINESS else "Har måske lokaler",
    }[reason.value]


# -- Words that somebody wrote -----------------------------------------------------------------------


def listing(groups: Sequence[str]) -> str:
    """Target groups in a sentence: »børn og unge samt ældre«, since »og« stands inside many of them."""
    names = [_small(name) for name in groups]
    if len(names) < 2 or not any(" og " in name for name in names):
        return join_names(names, limit=NAMES_AT_MOST)
    shown = names[: NAMES_AT_MOST - 1] if len(names) > NAMES_AT_MOST else names[:-1]
    last = "flere andre" if len(names) > NAMES_AT_MOST else names[-1]
    return f"{', '.join(shown)} samt {last}"


def thing(text: str) -> str:
    """A thing in the middle of a sentence: »et mødelokale, der står tomt efter kl. 18«; talk is quoted."""
    tidy = _thing(text)
    return quoted(text) if SENTENCE_ENDS.search(text.strip()) else cut(tidy, THING_LENGTH)


def had(text: str) -> str:
    """A thing that somebody has, with its article where we know the word: »et mødelokale med skærm«."""
    said = thing(text)
    words = said.lower().replace(",", "").split()
    # »Stor sal«: the adjective goes with the noun.
    noun = words[1] if len(words) > 1 and words[0] in ADJECTIVES else words[0] if words else ""
    article = next((article for end, article in ARTICLES.items() if noun.endswith(end)), "")
    return f"{article} {said}" if article else said


def _thing(text: str) -> str:
    """On one line, without full stop, without »Vi mangler« before it, and with a small letter first."""
    tidy = " ".join(text.split()).rstrip(".;,! ")
    return _small(BEFORE_A_THING.sub("", tidy) or tidy)


def quoted(text: str, length: int = QUOTE_LENGTH) -> str:
    """Somebody's words in »«, cut where they grow long; »« inside them become ‘’."""
    tidy = " ".join(text.split()).rstrip(". ").replace("»", "‘").replace("«", "’")
    return f"»{cut(tidy, length)}«"


def cut(text: str, length: int) -> str:
    """At most `length` characters, ending after a whole word with … where something is left out."""
    if len(text) <= length:
        return text
    kept = text[: length - 1].rsplit(" ", 1)[0] if " " in text[: length - 1] else text[: length - 1]
    return f"{kept.rstrip(' ,;:–-')}…"


def _small(text: str) -> str:
    """The first letter small, unless the word is written in capitals: »IT-hjælp« stays."""
    first = text.split(" ", 1)[0]
    is_capitals = len(first) > 1 and first[1].isupper()
    return text if is_capitals else text[:1].lower() + text[1:]
