"""The six materials of the value game, blank and for a game; and the one file with all of them."""

import io
import time

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from reports import manual_steps, manual_text
from reports.game_papers import PAPERS
from reports.pdf import warm_up
from tests import factories
from tests.reports.papers import millimetres, pdf_of, tags_of
from valuegame.contributions import CONTRIBUTIONS
from valuegame.deck import DECK
from valuegame.method import BY_KEY, STEPS

pytestmark = pytest.mark.django_db

KEYS = [paper.key for paper in PAPERS]
EVERY = [*KEYS, "bundle"]


def address(plan, key) -> str:
    return reverse(f"reports:game_{key}", args=[plan.slug])


def html_of(client, plan, key, **asked) -> str:
    answer = client.get(address(plan, key), {"vis": 1, **asked})
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def game(plan):
    """A game in which something was said: a wish, a change, two gifts."""
    game = factories.make_game(plan, "Fritidsjob i Solbakken", held_on="2026-12-03", minutes=120)
    library, mothers, *_ = game.seats.all()
    change, gift, ask = (factories.some_id(number) for number in (1, 2, 3))
    factories.make_moves(
        game,
        ("lay", "wants", "5", library),
        ("lay", "wants", "2", mothers),
        ("adjust", "Jobbene står ét sted", change),
        ("adjust_who", str(mothers.pk), change),
        ("adjust_when", "2027-01-14", change),
        ("adjust_for", "2", change),
        ("offer", "Køkkenet om lørdagen", f"{gift}:{library.pk}:{mothers.pk}"),
        ("offer_yes", "on", gift),
        ("ask", "Læser højt", f"{ask}:{mothers.pk}:{library.pk}"),
        ("next_on", "2027-02-01"),
        ("next_where", "Biblioteket"),
    )
    return game


# -- Blank ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", EVERY)
def test_every_member_may_have_them_blank(as_partner, plan, game, key):
    html = html_of(as_partner, plan, key)
    assert html.count("<h1") == 1
    assert "Fritidsjob" not in html
    assert " style=" not in html


@pytest.mark.parametrize(
    ("key", "pages", "paper"),
    [
        ("manual", 16, [210, 297]),
        ("pieces", 4, [297, 210]),
        ("cards", 12, [210, 297]),
        ("adjust", 1, [420, 297]),
        ("checklist", 1, [210, 297]),
        ("matrix", 1, [420, 297]),
    ],
)
def test_each_has_its_pages_and_its_paper(as_partner, plan, key, pages, paper):
    document = pdf_of(as_partner.get(address(plan, key)))
    assert len(document.pages) == pages
    assert {tuple(millimetres(page.trimbox)) for page in document.pages} == {tuple(paper)}


def test_the_manual_says_what_the_method_says_and_more(as_partner, plan):
    html = html_of(as_partner, plan, "manual")
    assert [guide.key for guide in manual_steps.GUIDES] == list(BY_KEY)
    for step, guide in zip(STEPS, manual_steps.GUIDES, strict=True):
        assert f">{step.name}</h2>" in html
        assert all(f"»{line}«" in html for line in step.say)
        assert all(line in html for line in (*step.watch, *guide.do, *guide.lay_out))
    assert html.count('class="step-picture"') == len(STEPS)
    assert manual_text.HARD_LAST in html


def test_its_contents_lead_to_the_pages(as_partner, plan):
    document = pdf_of(as_partner.get(address(plan, "manual")))
    contents = document.pages[1].extract_text()
    for number, name in ((4, "Før spillet"), (6, "1. Velkommen"), (16, "Efter spillet")):
        assert any(line.startswith(name) and line.endswith(str(number)) for line in contents.splitlines())
        assert name.partition(". ")[2] or name in document.pages[number - 1].extract_text()


def test_the_deck_and_the_checklist_are_there_in_full(as_partner, plan):
    cards, checklist = html_of(as_partner, plan, "cards"), html_of(as_partner, plan, "checklist")
    assert all(f'<p class="card-text">{card.text}</p>' in cards for card in DECK)
    assert cards.count("Sådan kan man se, at det sker:") == 13
    assert all(f"<li>{one.text}</li>" in checklist for one in CONTRIBUTIONS)


@pytest.mark.parametrize(
    "line",
    [
        *(one.text for one in (*DECK, *CONTRIBUTIONS)),
        *(line for guide in manual_steps.GUIDES for line in (guide.why, *guide.lay_out, *guide.do)),
    ],
)
def test_the_words_are_quiet_and_short(line):
    assert "!" not in line
    assert all(len(sentence.split()) <= 16 for sentence in line.replace("?", ".").split("."))


# -- For a game -------------------------------------------------------------------------------------


def test_each_organisation_has_its_pieces_and_its_checklist(as_alma, plan, game):
    pieces, checklist = (html_of(as_alma, plan, key, spil=game.pk) for key in ("pieces", "checklist"))
    for name in factories.SEATS:
        assert f'<h2 class="sheet-name">{name}</h2>' in pieces
        assert f"<b>Organisation</b> <span>{name}</span>" in checklist
    assert "Hvem er I?" not in pieces
    document = pdf_of(as_alma.get(address(plan, "pieces"), {"spil": game.pk, "format": "A3"}))
    assert len(document.pages) == 2 * (len(factories.SEATS) + 1)


def test_the_sheet_for_changes_has_those_that_were_agreed(as_alma, plan, game):
    html = html_of(as_alma, plan, "adjust", spil=game.pk)
    for words in ("Jobbene står ét sted", "Nabomødrene", "14. januar 2027", "1. februar 2027", "Biblioteket"):
        assert words in html
    # The wish that a change is for is not among those that wait.
    assert "<b>Adgang til flere ressourcer</b> Biblioteket på Bakken" in html
    assert "<b>Øget faglighed</b>" not in html


def test_the_matrix_says_who_gives_whom_and_what_is_not_agreed(as_alma, plan, game):
    html = html_of(as_alma, plan, "matrix", spil=game.pk)
    cells = " ".join(html.split()).replace("<br>", " ")
    assert ">Køkkenet om lørdagen</td>" in cells
    assert ">Læser højt ?</td>" in cells
    assert "Et spørgsmålstegn er ikke aftalt endnu." in html
    assert html.count('class="self"') == len(factories.SEATS)


def test_what_a_field_does_not_hold_stands_in_full_behind(as_alma, plan, game):
    library, mothers, *_ = game.seats.all()
    long = " ".join(["Et rum med plads til alle dem, der plejer at komme"] * 24)
    factories.make_moves(game, ("offer", long, f"{factories.some_id(4)}:{library.pk}:{mothers.pk}"))
    assert "Det hele i fuld længde" in (html := html_of(as_alma, plan, "matrix", spil=game.pk))
    assert f"<b>Biblioteket på Bakken giver Nabomødrene:</b> {long} (ikke aftalt endnu)" in html


def test_the_manual_has_the_games_own_minutes(as_alma, plan, game):
    html = html_of(as_alma, plan, "manual", spil=game.pk)
    assert "Jeres spil" in html
    assert "60 min." not in html
    assert html.count("ikke med i jeres spil") == 2


def test_a_game_of_twelve_fits(as_alma, plan):
    names = ["Samarbejdsgrundlagsgrupp", *(f"Forening nummer {number} på Øen"[:24] for number in range(11))]
    game = factories.make_game(plan, "Et langt navn på et spil om alt det, vi er sammen om", seats=names)
    assert len(pdf_of(as_alma.get(address(plan, "matrix"), {"spil": game.pk})).pages) == 1
    assert len(pdf_of(as_alma.get(address(plan, "adjust"), {"spil": game.pk})).pages) == 1
    assert len(pdf_of(as_alma.get(address(plan, "checklist"), {"spil": game.pk})).pages) == 12
    assert len(pdf_of(as_alma.get(address(plan, "manual"), {"spil": game.pk})).pages) == 16


def test_a_game_without_anybody_at_the_table_is_blank_with_its_name(as_alma, plan):
    game = factories.make_game(plan, "Sommer i gården", seats=())
    assert "Hvem er I?" in html_of(as_alma, plan, "pieces", spil=game.pk)
    assert "Sommer i gården" in html_of(as_alma, plan, "adjust", spil=game.pk)
    assert html_of(as_alma, plan, "matrix", spil=game.pk).count('class="self"') == 8


# -- All in one -------------------------------------------------------------------------------------


def test_one_file_holds_all_and_backs_lie_behind_fronts(as_partner, plan):
    document = pdf_of(as_partner.get(address(plan, "bundle")))
    texts = [page.extract_text() for page in document.pages]
    assert all(paper.name in " ".join(texts[0].split()) for paper in PAPERS)
    fronts = [number for number, text in enumerate(texts) if "Print på 200 g karton" in text]
    assert len(fronts) == 8
    assert all(number % 2 == 0 and "Bagside" in texts[number + 1] for number in fronts)
    tags = [str(tag["/S"]) for tag in tags_of(document)]
    assert tags.count("/H1") == 1
    assert tags.count("/H2") == len(PAPERS)


# -- Who may ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", EVERY)
def test_what_a_game_holds_is_for_those_who_may_see_games(as_partner, as_bo, plan, game, key):
    for client in (as_partner, as_bo):
        assert client.get(address(plan, key), {"spil": game.pk, "vis": 1}).status_code == 403


@pytest.mark.parametrize("key", EVERY)
@pytest.mark.parametrize("spil", ["foreign", "deleted", "x", "00000000-0000-4000-8000-000000000000"])
def test_a_game_that_is_not_there_is_not_found(as_alma, plan, other, game, key, spil):
    foreign = factories.make_game(other.plan, "KANARIE spil")
    deleted = factories.make_game(plan, deleted_at=timezone.now())
    asked = {"foreign": foreign.pk, "deleted": deleted.pk}.get(spil, spil)
    assert as_alma.get(address(plan, key), {"spil": asked, "vis": 1}).status_code == 404


def test_a_stranger_gets_nothing_and_printing_is_only_looking(as_carla, as_alma, plan):
    assert as_carla.get(address(plan, "manual")).status_code == 404
    assert as_alma.post(address(plan, "manual")).status_code == 405


def test_the_log_says_who_printed_what_was_said(as_alma, plan, game):
    as_alma.get(address(plan, "adjust"))
    assert not plan.audit_entries.filter(verb="export").exists()
    as_alma.get(address(plan, "adjust"), {"spil": game.pk})
    (entry,) = plan.audit_entries.filter(verb="export")
    assert (entry.object_type, entry.object_id) == ("game", str(game.pk))


def test_the_page_print_is_for_a_game_too(as_alma, as_bo, plan, game, other):
    page = reverse("reports:materials", args=[plan.slug])
    assert f'<option value="{game.pk}">Fritidsjob i Solbakken</option>' in as_alma.get(page).content.decode()
    html = as_alma.get(page, {"spil": game.pk}).content.decode()
    assert html.count('class="panel material"') == len(EVERY)
    assert html.count(f"spil={game.pk}") == len(EVERY) + 1
    assert as_bo.get(page, {"spil": game.pk}).status_code == 403
    assert "<option" not in as_bo.get(page).content.decode()
    assert as_alma.get(page, {"spil": factories.make_game(other.plan).pk}).status_code == 404


# -- The command ------------------------------------------------------------------------------------


def test_the_command_writes_all_within_twenty_seconds(tmp_path):
    warm_up()
    began = time.process_time()
    call_command("render_materials", out=tmp_path / "ark", stdout=io.StringIO())
    assert time.process_time() - began < 40
    names = sorted(path.name for path in (tmp_path / "ark").iterdir())
    assert len(names) == len(PAPERS) + 2
    assert "vaerdispil-brikker-a3.pdf" in names
    for path in (tmp_path / "ark").iterdir():
        assert path.read_bytes().startswith(b"%PDF")
