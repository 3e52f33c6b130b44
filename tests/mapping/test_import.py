"""Bringing in a spreadsheet: look first, then all of it or nothing."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import IntegrityError

from actors.models import ImportDraft
from actors.spreadsheet import Table, write_xlsx
from mapping.import_actions import read_import, run_import
from tests import factories

pytestmark = pytest.mark.django_db
IMPORT = "/solbakken/indlaes/"
CSV = (
    "Navn;Type;Område;Målgruppe;Kontaktperson;Telefon;Mail\n"
    "Biblioteket på Bakken;Kommune;Østhøj;Børn og unge;Lone Riis;00 00 00 12;lone@bakken.example\n"
    "Nabomødrene;Frivillig;Ringparken;Alle beboere;Fatma Yildiz;;\n"
    "Nabomødrene;Frivillig;;;Aase Ømand;;\n"
)
FILE = CSV.encode()


def upload(client, data=FILE, name="aktører.csv", **extra):
    """Choose a file and follow to what the page shows."""
    return client.post(IMPORT, {"file": SimpleUploadedFile(name, data)}, follow=True, **extra)


def say_yes(client, plan):
    """Press "Læs det hele ind"."""
    return client.post(f"{IMPORT}{plan.importdrafts.get().pk}/ja/", follow=True)


def test_the_preview_shows_what_comes_and_writes_nothing(as_alma, plan):
    page = upload(as_alma).content.decode()
    assert "2 nye aktører og 3 kontaktpersoner. Intet er gemt endnu" in page
    assert "Biblioteket på Bakken" in page
    assert "Fatma Yildiz, Aase Ømand" in page
    assert plan.actors.count() == 0


def test_a_yes_writes_all_of_it(as_alma, plan):
    upload(as_alma)
    page = say_yes(as_alma, plan).content.decode()
    assert "2 nye aktører og 3 kontaktpersoner er læst ind" in page
    library = plan.actors.get(name="Biblioteket på Bakken")
    assert (library.kind, library.areas.get().name) == ("municipal", "Østhøj")
    assert [group.name for group in library.target_groups.all()] == ["Børn og unge"]
    contact = library.contacts.get()
    assert (contact.consent_state, contact.source) == ("not_asked", "Regneark")
    assert plan.audit_entries.get().verb == "import"


def test_words_that_the_plan_lacks_are_added_once(as_alma, plan):
    upload(as_alma)
    say_yes(as_alma, plan)
    assert [area.name for area in plan.areas.all()] == ["Østhøj", "Ringparken"]


def test_a_second_press_changes_nothing(as_alma, plan):
    upload(as_alma)
    draft = plan.importdrafts.get()
    for _ in range(2):
        page = as_alma.post(f"{IMPORT}{draft.pk}/ja/", follow=True).content.decode()
    assert "Filen er allerede indlæst eller fjernet" in page
    assert plan.actors.count() == 2


def test_the_same_file_again_adds_nothing(as_alma, plan):
    for _ in range(2):
        upload(as_alma)
        say_yes(as_alma, plan)
    assert (plan.actors.count(), plan.contacts.count()) == (2, 3)


def test_what_stands_there_is_kept_and_what_is_missing_filled_in(as_alma, plan):
    factories.make_actor(plan, "Biblioteket på Bakken", kind="other", core_task="Bøger til alle")
    data = "Navn;Kerneopgave;Adresse\nBIBLIOTEKET PÅ BAKKEN;Noget andet;Torvet 1\n"
    assert "1 kender I allerede" in upload(as_alma, data.encode()).content.decode()
    say_yes(as_alma, plan)
    actor = plan.actors.get()
    assert (actor.name, actor.core_task, actor.address) == (
        "Biblioteket på Bakken",
        "Bøger til alle",
        "Torvet 1",
    )


def test_a_second_sheet_brings_collaborations(as_alma, plan):
    sheets = [
        Table("Aktører", [["Navn", "Type"], ["Kirken", "Andet"], ["Købmanden", "Butik"]]),
        Table(
            "Samarbejder", [["Fra", "Til", "Form", "Om"], ["Kirken", "Købmanden", "Samskabe", "Julemarked"]]
        ),
    ]
    upload(as_alma, write_xlsx(sheets), "ark.xlsx")
    say_yes(as_alma, plan)
    collaboration = plan.collaborations.get()
    assert (collaboration.get_form_display(), collaboration.about) == ("Samskabe", "Julemarked")
    assert {actor.name for actor in collaboration.actors.all()} == {"Kirken", "Købmanden"}


def test_one_bad_row_stops_the_whole_file(as_alma, plan):
    page = upload(as_alma, (CSV + "Kirken;Andet;;;Marie;;marie.kirken.example\n").encode()).content.decode()
    assert "Ret det her i filen, og prøv igen" in page
    assert "Række 5, kolonne »Mail«: Mailen mangler et @" in page
    assert "Læs det hele ind" not in page
    say_yes(as_alma, plan)
    assert plan.actors.count() == 0


def test_a_cpr_number_stops_the_file_and_is_never_repeated(as_alma, plan):
    page = upload(as_alma, b"Navn;Kerneopgave\nKirken;Spurg 010165-1234\n").content.decode()
    assert "CPR-nummer" in page
    assert "010165" not in page


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"", "tom.csv", "Filen er tom"),
        (b"PK\x03\x04broken", "brudt.xlsx", "Filen"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 50, "billede.xlsx", "Filen"),
        (b"<html><table></table></html>", "side.xls", "Filen"),
        (b"0" * (5 * 1024 * 1024 + 1), "stor.csv", "Filen fylder over 5 MB"),
    ],
)
def test_a_file_that_cannot_be_used_gets_one_sentence(as_alma, plan, data, name, says):
    response = upload(as_alma, data, name)
    assert response.status_code == 200
    assert says in response.content.decode()
    assert not ImportDraft.objects.exists()


def test_no_file_is_explained(as_alma):
    assert "Vælg en fil" in as_alma.post(IMPORT, {}).content.decode()


def test_a_failure_halfway_leaves_nothing(plan, alma):
    import_plan = read_import(plan=plan, data=FILE, file_name="a.csv")
    factories.make_actor(plan, "Nabomødrene")
    with pytest.raises(IntegrityError):
        run_import(plan=plan, by=alma, import_plan=import_plan, today=None)
    assert plan.contacts.count() == 0


def test_a_name_taken_in_the_meantime_is_told_and_nothing_written(as_alma, plan):
    upload(as_alma)
    factories.make_actor(plan, "Nabomødrene")
    page = say_yes(as_alma, plan).content.decode()
    assert plan.actors.filter(name="Nabomødrene").count() == 1
    assert "er læst ind" in page


def test_the_file_can_be_taken_away(as_alma, plan):
    upload(as_alma)
    page = as_alma.post(f"{IMPORT}{plan.importdrafts.get().pk}/fjern/", follow=True).content.decode()
    assert "Filen er fjernet. Intet er læst ind" in page
    assert not plan.importdrafts.exists()


def test_another_member_cannot_see_or_use_my_file(as_alma, as_leader, plan):
    upload(as_alma)
    draft = plan.importdrafts.get()
    assert as_leader.get(f"{IMPORT}{draft.pk}/").status_code == 404
    as_leader.post(f"{IMPORT}{draft.pk}/ja/")
    assert plan.actors.count() == 0


def test_a_stranger_finds_nothing_and_a_reader_may_not(as_carla, as_bo, as_alma, plan):
    upload(as_alma)
    path = f"{IMPORT}{plan.importdrafts.get().pk}/"
    assert as_carla.get(IMPORT).status_code == as_carla.get(path).status_code == 404
    assert as_bo.get(IMPORT).status_code == as_bo.get(path).status_code == 403


@pytest.mark.parametrize("path", ["ja/", "fjern/"])
def test_an_answer_is_a_post(as_alma, plan, path):
    upload(as_alma)
    assert as_alma.get(f"{IMPORT}{plan.importdrafts.get().pk}/{path}").status_code == 405


def test_the_command_says_what_would_happen_and_then_does_it(plan, tmp_path):
    file = tmp_path / "aktører.csv"
    file.write_bytes(CSV.encode("cp1252"))
    out = io.StringIO()
    call_command("import_actors", str(file), "--plan", "solbakken", "--dry-run", stdout=out)
    assert "Prøve: intet er læst ind. Nye aktører: 2." in out.getvalue()
    assert plan.actors.count() == 0
    call_command("import_actors", str(file), "--plan", "solbakken", stdout=out)
    assert "Læst ind. Nye aktører: 2. Kendte aktører: 0. Kontaktpersoner: 3." in out.getvalue()


@pytest.mark.parametrize(
    ("name", "slug", "says"),
    [
        ("findes-ikke.csv", "solbakken", "kan ikke åbnes"),
        ("x.csv", "ukendt", "ingen plan med adressen ukendt"),
    ],
)
def test_the_command_refuses_with_one_sentence(plan, tmp_path, name, slug, says):
    with pytest.raises(CommandError, match=says):
        call_command("import_actors", str(tmp_path / name), "--plan", slug)


def test_writing_takes_the_same_number_of_statements_for_few_and_many(
    plan, alma, django_assert_max_num_queries
):
    rows = "".join(f"Aktør {number};Kommune;Person {number}\n" for number in range(300))
    import_plan = read_import(plan=plan, data=f"Navn;Type;Kontaktperson\n{rows}".encode(), file_name="a.csv")
    with django_assert_max_num_queries(30):
        run_import(plan=plan, by=alma, import_plan=import_plan, today=None)
