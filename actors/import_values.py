"""What a cell means: kinds, statuses, yes and no, lists, phone numbers, mails and web addresses.

Each function takes trimmed text that is not empty. Unclear is raised, with Danish words for the user, when
the text cannot be used.
"""

import re
from functools import lru_cache

from config.danish import fold

EMPTY_MARKS = frozenset(
    ("", "-", "–", "—", "--", "?", "/", ".", "n/a", "na", "ikke oplyst", "ukendt", "ingen")
)
MAX_QUOTED = 40

# Tried from the top on folded text; a word that others contain stands below them.
KINDS = (
    ("other", r"^(anden|andet|andre|oevrig|other)|politi|\bregion|kirke|menighed|trossamfund|moske"),
    ("resident", r"beboer|lejerforening|\bnabo|resident"),
    ("housing", r"bolig|\balmen|udlejer|ejendomskontor|helhedsplan|afdelingsbestyrelse|housing"),
    (
        "municipal",
        r"kommun|municipal|offentlig|skole|daginstitution|dagtilbud|boernehave|vuggestue|bibliotek|\bsundhed"
        r"|jobcenter|\bsfo\b|plejecenter|\bssp\b|borgerservice|forvaltning|familiecenter",
    ),
    (
        "business",
        r"erhverv|butik|firma|virksomhed|\bprivat|forretning|apotek|supermarked|frisoer|\bcafe\b|restaurant"
        r"|pizzeria|laege|business|company|\baps\b|koebmand|\bbager|\bshop\b",
    ),
    (
        "voluntary",
        r"frivillig|forening|civilsamfund|idraet|\bsport|\bngo\b|voluntary|volunteer|non ?profit|klub|spejder"
        r"|natteravn",
    ),
)
# A line of its own above the actors of that kind, and the name of their sheet.
KIND_HEADINGS = {
    "boligrelaterede organisationer": "housing",
    "boligorganisationer": "housing",
    "boligselskaber": "housing",
    "kommunale institutioner": "municipal",
    "kommunale aktoerer": "municipal",
    "kommunale": "municipal",
    "kommunen": "municipal",
    "frivillige organisationer": "voluntary",
    "frivillige foreninger": "voluntary",
    "frivillige": "voluntary",
    "foreninger": "voluntary",
    "beboerdrevne foreninger": "resident",
    "beboerforeninger": "resident",
    "erhvervsdrivende": "business",
    "erhverv": "business",
    "butikker": "business",
    "virksomheder": "business",
    "andre aktoerer": "other",
    "oevrige aktoerer": "other",
    "andre": "other",
}
STATUSES = (
    ("dormant", r"hvil|dormant|inaktiv|inactive|ikke aktiv|passiv|pause|stoppet|ophoert|lukket|tidligere"),
    ("spotted", r"opsporet|spotted|ikke (kontaktet|endnu)|identificeret|potentiel|\bmulig|^nej$|^ny$"),
    ("contacted", r"kontakt|contact|dialog"),
    ("active", r"aktiv|active|i ?gang\b|samarbejde|loebende|^ja$"),
)
BASES = (
    ("outside", r"\buden ?for|\bikke i\b|outside|ekstern|^nej\b|^ude\b|^out$"),
    ("inside", r"\bi (bolig)?omraadet|^inden?\b|^inden ?for|inside|\blokalt?\b|^ja\b|^in$|^i$|^x$"),
)
YES = re.compile(r"(ja|j|yes|y|x|1|true|sand|dagligt?|hver dag|altid)\b")
NO = re.compile(r"(nej|n|no|0|false|falsk|ikke|sjaeldent?|aldrig|ugentligt?|maanedligt?)\b")
TICKS = "✓✔☑"
FORMS = (
    (1, r"viden ?del|share|knowledge"),
    (2, r"samvirk|cooperat"),
    (3, r"udveksl|exchange"),
    (4, r"samordn|koordiner|coordinat"),
    (5, r"samskab|co ?creat"),
)
FREQUENCIES = (
    ("ad_hoc", r"brug for|behov|ad ?hoc|\blejlighed"),
    ("weekly", r"\buge|weekly|\bdag"),
    ("quarterly", r"kvartal|quarter"),
    ("monthly", r"maaned|month"),
    ("yearly", r"\baar|year"),
)
PHRASE_SEPARATORS = ";|\n\r"
LIST_SEPARATORS = f",{PHRASE_SEPARATORS}"
BULLET = re.compile(r"^[-–—•*·]\s+")
BETWEEN_ADDRESSES = re.compile(r"[\s|]+|,\s")
BETWEEN_MAILS = re.compile(r"[\s<>,;:()\[\]|\"]+")
# A name on the net, as the models' validators take it: letters of any alphabet, at least one full stop.
_HOST = r"(?:(?!-)(?:[^\W_]|-){1,63}(?<!-)\.)+[^\W\d_]{2,63}"
_MAILBOX = r"[-!#$%&'*+/=?^_`{}~0-9A-Za-z]+"
MAIL = re.compile(rf"{_MAILBOX}(?:\.{_MAILBOX})*@{_HOST}")
WEB_HOST = re.compile(rf"{_HOST}(?::\d{{1,5}})?")
# Longer texts are none of the few words that are looked for; folding them would only take time.
MAX_WORDS_LENGTH = 200


class Unclear(ValueError):
    """The text means nothing that can be imported. The message is Danish, without the place."""


def is_empty(text):
    """Whether the cell says nothing: blank, a dash, "ikke oplyst"."""
    return len(text) < 12 and text.casefold() in EMPTY_MARKS


def one_line(text):
    """Return text with each run of blanks and line breaks as one blank."""
    return " ".join(text.split())


def quoted(text):
    """Return text for a message, in Danish quotation marks and not too long."""
    text = one_line(text)
    return f"»{text if len(text) <= MAX_QUOTED else text[: MAX_QUOTED - 1] + '…'}«"


@lru_cache(maxsize=4096)
def _first_match(rules, text):
    """Return the value of the first rule that fits the folded text, or None."""
    folded = fold(text[:MAX_WORDS_LENGTH])
    return next((value for value, pattern in rules if re.search(pattern, folded)), None)


def _one_of(rules, text, otherwise):
    """Return the value that text names. Raises Unclear with `otherwise`, in which {} is the text."""
    value = _first_match(rules, text)
    if value is None:
        raise Unclear(otherwise.format(quoted(text)))
    return value


def parse_kind(text):
    """Return the ActorKind value that text names. Raises Unclear."""
    return _one_of(KINDS, text, "Aktørtypen {} kendes ikke. Aktøren bliver »Anden aktør«")


def guess_kind(name):
    """Return the kind that the actor's name gives away, or None."""
    return _first_match(KINDS, name)


def heading_kind(text):
    """Return the kind that text, alone in a row or as a sheet's name, puts above the actors; or None."""
    return KIND_HEADINGS.get(fold(text)) if len(text) <= MAX_QUOTED else None


def parse_status(text):
    """Return the ActorStatus value that text names. Raises Unclear."""
    return _one_of(STATUSES, text, "Status {} kendes ikke. Aktøren bliver »Kun opsporet«")


def parse_base(text):
    """Return "inside" or "outside". Raises Unclear."""
    return _one_of(BASES, text, "Skriv »i området« eller »uden for« i stedet for {}. Feltet bliver tomt")


def parse_yes(text):
    """Return True or False. Raises Unclear."""
    folded = fold(text[:MAX_WORDS_LENGTH])
    if text[0] in TICKS or YES.match(folded):
        return True
    if NO.match(folded):
        return False
    raise Unclear(f"Skriv ja eller nej i stedet for {quoted(text)}. Feltet bliver tomt")


def parse_form(text):
    """Return the Form, 1 to 5. Raises Unclear."""
    number = re.match(r"([1-5])(?!\d)", text)
    form = int(number[1]) if number else _first_match(FORMS, text)
    if form is None:
        raise Unclear(
            "Skriv videndele, samvirke, ressourceudveksle, samordne eller samskabe, eller et tal fra 1 til 5"
        )
    return form


def parse_frequency(text):
    """Return the Frequency value that text names. Raises Unclear."""
    return _one_of(FREQUENCIES, text, "Skriv fx hver måned i stedet for {}. Feltet bliver tomt")


def split_list(text, *, phrases=False):
    """Return the parts of a list: at commas, semicolons, bars and line breaks outside brackets.

    phrases: the parts are sentences, not names. Where the cell has any other separator, a comma belongs
    to the sentence: "Mødelokale, tomt efter kl. 18; Projektor" is two things.
    """
    separators = LIST_SEPARATORS
    if phrases and any(sign in text for sign in PHRASE_SEPARATORS):
        separators = PHRASE_SEPARATORS
    parts = (one_line(BULLET.sub("", part.strip())) for part in _outside_brackets(text, separators))
    return tuple(dict.fromkeys(part for part in parts if not is_empty(part)))


def _outside_brackets(text, separators):
    """Return text cut at the separators that are in no pair of brackets."""
    if text.count("(") != text.count(")"):
        text = text.replace("(", " ").replace(")", " ")
    depth, cut = 0, []
    for sign in text:
        depth += (sign == "(") - (sign == ")")
        cut.append("\n" if sign in separators and depth <= 0 else sign)
    return "".join(cut).split("\n")


def parse_phone(text):
    """Return the phone number as Danes write it, 12 34 56 78; what is no Danish number stays as it is."""
    if len(text) == 8 and text.isascii() and text.isdigit():
        return f"{text[:2]} {text[2:4]} {text[4:6]} {text[6:]}"
    text = one_line(text.lstrip("'"))
    digits = re.sub(r"[\s.\-()/]", "", text)
    digits = re.sub(r"^(\+|00)45(?=\d{8}$)|^45(?=\d{8}$)", "", digits)
    if re.fullmatch(r"\d{8}", digits):
        return " ".join(digits[place : place + 2] for place in range(0, 8, 2))
    return text


def parse_mails(text):
    """Return the mail addresses in text, at least one. Raises Unclear."""
    text = text.lstrip("'")
    if MAIL.fullmatch(text):
        return [text]
    if "@" not in text:
        raise Unclear("Mailen mangler et @")
    mails = [part.strip(".'") for part in BETWEEN_MAILS.split(text) if "@" in part]
    if not all(MAIL.fullmatch(mail) for mail in mails):
        raise Unclear("Mailen er ikke skrevet rigtigt. Skriv den som navn@sted.dk")
    return mails


def parse_websites(text):
    """Return the web addresses in text, at least one, with their scheme, http or https. Raises Unclear."""
    words = [word.strip("<>,;'") for word in BETWEEN_ADDRESSES.split(text)]
    first, *others = [word for word in words if word] or [""]
    # What follows the first address may as well be a remark.
    return [_web_address(first), *(word for word in others if "." in word)]


def _web_address(address):
    """Return the address with https in front if it has no scheme. Raises Unclear."""
    scheme, separator, rest = address.partition("://")
    if not separator:
        scheme, rest = "https", address
    if scheme.lower() not in ("http", "https") or re.match(r"(?i)[a-z]+:(?!\d)", rest):
        raise Unclear("Hjemmesiden skal begynde med https://")
    host = re.split(r"[/?#]", rest, maxsplit=1)[0]
    if not WEB_HOST.fullmatch(host):
        raise Unclear("Hjemmesiden er ikke skrevet rigtigt. Skriv den som navn.dk")
    return f"{scheme.lower()}://{rest}"
