"""What nobody types and every server gets sent. `odd_text(rng)` picks one; all are plain text or bytes."""

import random
import unicodedata

NUL = "\x00"
LONG = 1024 * 1024

TEXTS = (
    "", " ", "\t\r\n", NUL, f"Biblio{NUL}teket", "\ufffd", "\ud800", "a\udfffb", "\ufeffBOM",
    "\u202eteketoilbiB\u202c", "\u200b\u200d\u2060", "\u200f\u200e", "a" + "\u0301" * 200,
    "👩‍👩‍👧‍👦🏳️‍🌈🇩🇰", "𝔅𝔦𝔟𝔩𝔦𝔬𝔱𝔢𝔨", "ﬁ ﬂ ß ẞ İ ı ſ K Å", "æøåÆØÅ", unicodedata.normalize("NFD", "Ålborgåen Åå"),
    "Aa aA AA aa", "'", '"', "`", ";", "--", "'; DROP TABLE actors_actor; --", "' OR '1'='1", "\\", "\\0", "\\x00",
    "<script>alert(1)</script>", "</textarea><img src=x onerror=alert(1)>", "{{ 7*7 }}", "{% csrf_token %}", "${7*7}",
    "%00", "%", "%%", "%s", "%(name)s", "%d%n", "_", "*", "?", "[", "(", "(?:", "^$", "../../etc/passwd",
    "..\\..\\windows", "file:///etc/passwd", "//example.com", "///example.com", "https://example.com", "//[",
    "http://[::1", "javascript:alert(1)", "mailto:", "=1+1", "@SUM(A1)", "+45 20 30 40 50", "-1", "\r\nSet-Cookie: a=b",
    "linje\r\nBcc: nogen@example.com", "\x1b[31m", "\x7f\x80\x9f", "null", "None", "undefined", "NaN", "true", "[]", "{}",
    '{"a": ' * 5000, "[" * 20000, "0101011234", "010101-1234", "٠١٠١٠١-١٢٣٤", "a" * 25, "a" * 121, "a" * 201,
    "å" * 255, "a" * 5000, "ord " * 1200, "\n".join("linje" for _ in range(500)), "a@b.example", "a" * 320 + "@b.example",
    "navn@sted.dk\r\n", '"a b"@sted.dk', "a@[127.0.0.1]", "ø@sted.dk", "a@" + "b." * 130 + "dk", "xn--", "a@xn--.dk",
)  # fmt: skip

NUMBERS = (
    "0", "-0", "1", "-1", "6", "99", "1e9", "1.5", "1,5", "0x10", "0b1", "1_000", "٣", "²", " 7 ", "+1", "Infinity",
    "32768", "65536", str(2**31 - 1), str(2**31), str(-(2**31) - 1), str(2**32), str(2**63 - 1), str(2**63), str(2**64),
    "99999999999999999999", "-99999999999999999999", "9" * 400, "9" * 5000,
)  # fmt: skip

DATES = (
    "0000-00-00", "0001-01-01", "0999-12-31", "1752-09-14", "1899-12-31", "1999-12-31", "2000-01-01", "2025-02-29",
    "29-02-2025", "31.02.2026", "2026-13-01", "2026-11-31", "9999-12-31", "10000-01-01", "12026-01-01", "-2026-01-01",
    "14-10-2026", "14/10-26", "2026-10-14T12:00", "2026-W10-1", "i dag", "٢٠٢٦-١٠-١٤",
)  # fmt: skip

NIL = "00000000-0000-0000-0000-000000000000"
IDS = (
    NIL, "ffffffff-ffff-ffff-ffff-ffffffffffff", NIL.replace("-", ""), "{" + NIL + "}", "urn:uuid:" + NIL, NIL[:-1],
    NIL + "0", "g" * 36, "-" * 36, "٠" * 32, "12345678-1234-1234-1234-1234567890ab\x00",
)  # fmt: skip

# Not UTF-8, or more than there is.
BYTES = (b"\xff\xfe\x00", b"\xed\xa0\x80", b"\xc3", b"\xf8\x88\x80\x80\x80", b"\xc0\x80", b"\x80" * 40)

PATH_PARTS = (
    *IDS, "-", "_", "a" * 300, "%00", "%0d%0aX-A:%20b", "%ff", "%ed%a0%80", "%2e%2e", "%2f", "..%2f..", "%F0%9F%98%80",
    "%C3%A6%C3%B8%C3%A5", "0", "-1", str(2**31), str(2**63), "9" * 400, "9" * 5000, "ny", "%22%27;--", "%3Cscript%3E",
    "a:b:c", "1-2", "zzzzzzzzzzzzz-set-password", "~", "%5C",
)  # fmt: skip

# Where nothing is, and what looks for holes.
ADDRESSES = (
    "/%00", "/%ff%fe", "//", "///", "/..", "/../../etc/passwd", "/static/%00", "/static/..%2f..%2fmanage.py",
    "/static/../config/settings.py", "/static/" + "a/" * 4000, "/favicon.ico", "/robots.txt", "/.env",
    "/solbakken/%0a", "/solbakken", "/SOLBAKKEN/", "/solbakken//aktoerer/", "/" + "a" * 60_000 + "/",
    "/%F0%9F%98%80/", "/*", "/?" + "&" * 5000,
)  # fmt: skip

# Columns no form offers, for whoever hopes that one is written anyhow.
UNEXPECTED = (
    "id", "pk", "plan", "plan_id", "user", "role", "is_support", "is_staff", "created_at", "archived_at", "deleted_at",
    "consent_state", "consent_scope", "consent_until", "search_text", "sort_key", "by", "token", "next", "page", "sort",
    "q", "find", "anyway", "cpr_ok", "submission", "version", "_method", "csrfmiddlewaretoken", "file", "credential",
    "__class__", "", "æøå", "navn\x00", "a[b]", "a.b", "a" * 300,
)  # fmt: skip

HEADERS = (
    {"HTTP_HX_REQUEST": "true"},
    {"HTTP_HX_REQUEST": "true", "HTTP_HX_TARGET": "actor-list"},
    {"HTTP_HX_REQUEST": "true", "HTTP_HX_TARGET": "log-form", "HTTP_HX_BOOSTED": "true"},
    {"HTTP_HX_REQUEST": "true", "HTTP_HX_TARGET": "map-page", "HTTP_HX_HISTORY_RESTORE_REQUEST": "true"},
    {"HTTP_HX_REQUEST": "true", "HTTP_HX_TARGET": "collaboration-list"},
    {"HTTP_HX_REQUEST": "true", "HTTP_HX_TARGET": "../../secrets.html"},
    {"HTTP_HX_REQUEST": "true", "HTTP_HX_TARGET": "%00", "HTTP_HX_TARGET_URI_AUTOENCODED": "true"},
    {"HTTP_HX_REQUEST": "true", "HTTP_HX_CURRENT_URL": "http://["},
    {"HTTP_HX_REQUEST": "maybe", "HTTP_HX_POLLING": "true", "HTTP_TRIGGERING_EVENT": "{"},
    {"HTTP_ACCEPT_LANGUAGE": "zz-" + "a" * 5000},
    {"HTTP_ACCEPT_LANGUAGE": "da;q=NaN, *;q=-1,,,;"},
    {"HTTP_ACCEPT": "\x80\xff, */*;q=x"},
    {"HTTP_X_FORWARDED_FOR": "not an address, 999.999.999.999, ::1%eth0"},
    {"HTTP_X_FORWARDED_FOR": "a" * 5000},
    {"HTTP_X_FORWARDED_HOST": "evil.example", "HTTP_X_FORWARDED_PROTO": "gopher"},
    {"HTTP_REFERER": "//["},
    {"HTTP_REFERER": "http://testserver//evil.example/a"},
    {"HTTP_REFERER": "\x80\xff"},
    {"HTTP_HOST": "evil.example"},
    {"HTTP_HOST": "a\x80b:99999"},
    {"HTTP_ORIGIN": "null"},
    {"HTTP_USER_AGENT": ""},
    {"HTTP_USER_AGENT": "\x80" * 3000},
    {"HTTP_IF_MODIFIED_SINCE": "Sun, 99 Foo 99999 99:99:99 GMT"},
    {"HTTP_IF_NONE_MATCH": '"a\x80'},
    {"HTTP_RANGE": "bytes=99999999999999999999-1"},
    {"HTTP_CONTENT_ENCODING": "gzip"},
    {"HTTP_TRANSFER_ENCODING": "chunked"},
    {"CONTENT_LENGTH": "-1"},
    {"CONTENT_LENGTH": "x"},
    {"REMOTE_ADDR": ""},
)

# Beside the session's own cookie, or in its place (for the visitor who is nobody).
COOKIES = (
    "a", "=", ";;;", "a=b=c", "\x80\xff=\xfe", "messages=x", "messages=[[", 'messages="\\000\\001"', "csrftoken=\x80",
    "csrftoken=" + "a" * 5000, "sessionid=", "sessionid=" + "a" * 4000, "sessionid=../../etc/passwd",
    'sessionid="\\000\\000\\000\\000\\000\\000\\000\\000\\000"', "sessionid=\xed\xa0\x80\xed\xa0\x80\xed\xa0\x80",
    "sessionid=%00%00%00%00%00%00%00%00", "sessionid='; DROP TABLE django_session; --", "$Version=1; $Path=/",
)  # fmt: skip

CONTENT_TYPES = (
    "", "text/plain", "application/json", "application/json; charset=utf-16", "application/xml", "application/octet-stream",
    "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=" + "a" * 300,
    "multipart/form-data; boundary=æ", "multipart/mixed; boundary=x", "application/x-www-form-urlencoded; charset=utf-7",
    "application/x-www-form-urlencoded; charset=latin-1", "application/x-www-form-urlencoded; charset=hex",
    "application/x-www-form-urlencoded; charset=no-such", "application/x-www-form-urlencoded; charset=idna",
    "multipart/form-data; boundary=x; charset=hex", "multipart/form-data; boundary=x; charset=utf-16",
    "text/plain; charset=rot13", "text/html; charset=zlib", ";;;", "a/b; =; x", "\x80/\xff",
)  # fmt: skip

JSON_BODIES = (
    b"", b"null", b"[]", b"{}", b'{"name": "x"}', b'{"a": 1e999}', b'{"a":', b"\xff", b"[" * 20000, b'"\\ud800"',
    b'{"name": "\\u0000", "actors": [1, 2]}', b"NaN",
)  # fmt: skip

# For a field that a script fills with JSON (a passkey's answer).
JSON_TEXTS = (
    "null", "[]", "{}", "1", '"x"', '{"id": 1}', '{"id": "x", "rawId": "x", "type": "public-key", "response": {}}',
    '{"id":"AA","rawId":"AA","type":"public-key","response":{"clientDataJSON":"AA","authenticatorData":"AA",'
    '"signature":"AA","userHandle":"AA","attestationObject":"AA"}}', '{"id": "\\ud800"}', '{"id": "\\u0000"}', "[" * 20000,
    "NaN", "1e999", '{"response": null}', '{"rawId": "%%%", "response": {"clientDataJSON": "{"}}',
)  # fmt: skip


def odd_text(rng: random.Random) -> str | bytes:
    """One odd value of any kind, mostly short."""
    pool = rng.choices((TEXTS, NUMBERS, DATES, IDS, BYTES, JSON_TEXTS), (10, 4, 3, 3, 1, 1))[0]
    return rng.choice(pool)


def huge_text(rng: random.Random) -> str:
    """About a megabyte of one thing."""
    piece = rng.choice(("a", "å", "a b ", "%", "0101011234 ", "<b>", "\n", "🙂", "'", "-", "1", "\u0301"))
    return piece * (LONG // len(piece.encode()))
