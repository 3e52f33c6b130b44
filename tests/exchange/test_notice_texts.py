"""The words of a notice where they leave the house."""

from datetime import date

import pytest

from config.unbroken import whole_parts
from exchange.notice_texts import Other, Told, bare, days_of, mail_body, mail_subject, social

TODAY = date(2026, 11, 30)
SOUP = Told(
    title="Suppe i gården", text="Kom, som du er.", when="Hver torsdag kl. 17–20", days="Til 17. december",
    place="Gården", host="Rosen", ask="Lone Riis, formidler, 20 30 40 50",
    address="https://bo.example/aabent/solbakken/sker/1/", all_address="https://bo.example/aabent/solbakken/sker/",
)  # fmt: skip


def test_the_text_for_social_media_says_all_of_it():
    assert social(SOUP) == (
        "Suppe i gården\n\nKom, som du er.\n\n"
        "Hvornår: Hver torsdag kl. 17–20 (til 17. december)\nHvor: Gården\nHos: Rosen\n"
        "Spørg: Lone Riis, formidler, 20 30 40 50\n\n"
        "Læs mere: https://bo.example/aabent/solbakken/sker/1/"
    )


def test_what_is_not_known_takes_no_line():
    told = Told(title="Suppe", text="", when="I morgen", days="1. december")
    assert social(told) == "Suppe\n\nHvornår: I morgen (1. december)"


def test_a_joint_notice_lists_what_it_gathers_and_says_where_the_rest_is():
    told = Told(
        title="Alt for børn", text="", when="Hele året", days="",
        others=(Other("Kor", "Hver mandag"),), more=2,
        all_address="https://bo.example/aabent/solbakken/sker/",
    )  # fmt: skip
    assert social(told).endswith("• Kor, hver mandag\nog 2 mere: bo.example/aabent/solbakken/sker")


def test_the_mail_asks_to_pass_it_on():
    assert mail_subject(SOUP) == "Suppe i gården · Hver torsdag kl. 17–20"
    body = mail_body(SOUP, "Solbakken")
    assert body.startswith("Hej\n\nVil I fortælle om »Suppe i gården« til dem, I møder?")
    assert body.endswith("Venlig hilsen\nSolbakken")


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (None, date(2026, 12, 17), "Til 17. december"),
        (date(2026, 12, 3), date(2026, 12, 3), "3. december"),
        (date(2026, 12, 3), date(2026, 12, 10), "3.–10. december"),
        (date(2026, 12, 3), date(2027, 1, 20), "3. december – 20. januar 2027"),
        (date(2026, 11, 1), date(2026, 12, 10), "Til 10. december"),
    ],
)
def test_the_days_are_said_shortly(first, last, said):
    assert days_of(first, last, TODAY) == said


def test_an_address_is_read_aloud_without_its_signs():
    assert bare("https://bo.example/sker/") == "bo.example/sker"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Hver torsdag kl. 17–20", ["kl.\u00a017–20"]),
        ("3.–10. december kl. 9.30-12", ["3.–10.\u00a0december", "kl.\u00a09.30-12"]),
        ("Den 14. oktober 2026", ["14.\u00a0oktober\u00a02026"]),
        ("Lone, 20 30 40 50", ["20 30 40 50"]),
        ("Fra 7 til 17 år", []),
    ],
)
def test_dates_times_and_numbers_are_kept_whole(text, kept):
    parts = whole_parts(text)
    assert [part for part, is_kept in parts if is_kept] == kept
    assert "".join(part for part, _ in parts).replace("\u00a0", " ") == text
