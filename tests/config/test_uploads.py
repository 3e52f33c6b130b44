"""A request that is too big is turned away at the door."""

from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.urls import reverse

from actors.spreadsheet import MAX_FILE_BYTES
from config.uploads import REQUEST_AT_MOST


def test_nobody_fills_the_disk_from_the_login_page(client, db, monkeypatch):
    stored = []
    make = TemporaryUploadedFile.__init__

    def noting(self, *args, **kwargs):
        stored.append(args)
        make(self, *args, **kwargs)

    monkeypatch.setattr(TemporaryUploadedFile, "__init__", noting)
    file = SimpleUploadedFile("stor.bin", b"x" * (REQUEST_AT_MOST + 1))
    response = client.post(reverse("account_login"), {"file": file})
    assert response.status_code == 400
    assert stored == []


def test_a_spreadsheet_over_its_own_limit_is_still_explained(as_alma, plan):
    file = SimpleUploadedFile("stor.csv", b"x" * (MAX_FILE_BYTES + 1))
    page = as_alma.post(reverse("mapping:import", args=[plan.slug]), {"file": file})
    assert "Filen fylder over" in page.content.decode()
