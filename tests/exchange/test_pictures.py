"""Pictures that are sent: drawn anew, without what the phone wrote in them; and files that are none."""

import io
import struct
import zlib

import pytest
import time_machine
from PIL import Image

from exchange.models import Picture
from exchange.pictures import LONGEST_SIDE, UNREADABLE, NotAPicture, reencode
from tests import factories
from tests.exchange.test_listings import TODAY, address, form, text_of
from tests.pictures import GREEN, picture_bytes, picture_file

EXIF_WHERE, EXIF_WHO, EXIF_TURNED = 0x8825, 0x013B, 0x0112
LATITUDE = (55.0, 24.0, 9.0)


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(TODAY, tick=False):
        yield


def taken(turned=1) -> Image.Exif:
    """What a phone writes: who, where, and which way up."""
    said = Image.Exif()
    said[EXIF_WHO], said[EXIF_TURNED] = "Lone Riis", turned
    said[EXIF_WHERE] = {1: "N", 2: LATITUDE}
    return said


def opened(clean) -> Image.Image:
    return Image.open(io.BytesIO(clean.data))


def claims_to_be(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is so large."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(b"")), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def test_where_and_by_whom_it_was_taken_is_gone():
    sent = picture_bytes((80, 60), "JPEG", exif=taken(), comment=b"Gavl 14, 2. tv")
    assert b"Lone Riis" in sent
    clean = reencode(io.BytesIO(sent))
    assert b"Lone Riis" not in clean.data
    assert b"Gavl 14" not in clean.data
    seen = opened(clean)
    assert (dict(seen.getexif()), seen.info.get("comment")) == ({}, None)


def test_it_stands_upright():
    clean = reencode(io.BytesIO(picture_bytes((80, 60), "JPEG", exif=taken(turned=6))))
    assert (clean.width, clean.height) == (60, 80)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_each_kind_becomes_a_jpeg_of_the_same_colour(kind):
    seen = opened(reencode(picture_file((30, 20), kind)))
    assert (seen.format, seen.size) == ("JPEG", (30, 20))
    assert all(abs(a - b) < 8 for a, b in zip(seen.getpixel((15, 10)), GREEN, strict=True))


def test_what_is_see_through_becomes_paper():
    file = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(file, "PNG")
    assert opened(reencode(file)).getpixel((5, 5)) == (255, 255, 255)


def test_a_long_one_is_made_small():
    clean = reencode(picture_file((3200, 800), "JPEG"))
    assert (clean.width, clean.height) == (LONGEST_SIDE, 400)


@pytest.mark.parametrize(
    "data",
    [
        b"", b"hej", b"%PDF-1.7 ...", b"<svg xmlns='http://www.w3.org/2000/svg'/>", picture_bytes()[:60],
        picture_bytes(kind="GIF"), picture_bytes(kind="JPEG")[:200], claims_to_be(30, 20),
    ],
    ids=["empty", "text", "pdf", "svg", "cut", "gif", "cut jpeg", "no pixels"],
)  # fmt: skip
def test_what_is_no_picture_is_refused_with_what_to_do(data):
    with pytest.raises(NotAPicture, match="Vælg en JPG-, PNG- eller WebP-fil"):
        reencode(io.BytesIO(data))


@pytest.mark.parametrize("size", [(7000, 9000), (20_000, 20_000), (100_000, 100_000)])
def test_what_would_unpack_to_too_much_is_refused_before_it_is_unpacked(size):
    with pytest.raises(NotAPicture):
        reencode(io.BytesIO(claims_to_be(*size)))


# -- In the form ------------------------------------------------------------------------------------------


def test_a_listing_is_shown_with_its_picture(as_alma, plan, rosen):
    as_alma.post(address(plan, "create"), form(rosen, picture=picture_file(exif=taken())))
    listing = plan.listings.get()
    sent = as_alma.get(address(plan, "picture", listing.pk))
    assert (sent.headers["Content-Type"], sent.headers["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    assert Image.open(io.BytesIO(sent.content)).size == (40, 30)
    assert address(plan, "picture", listing.pk) in as_alma.get(
        address(plan, "listing", listing.pk)
    ).content.decode()  # fmt: skip


def test_a_wrong_file_is_told_of_and_the_rest_is_kept(as_alma, plan, rosen):
    sent = form(rosen, picture=picture_file(kind="GIF", name="sjov.gif"))
    shown = as_alma.post(address(plan, "create"), sent)
    assert UNREADABLE in text_of(shown)
    assert sent["title"] in shown.content.decode()
    assert not plan.listings.exists()


def test_a_picture_that_is_replaced_or_taken_off_is_gone(as_alma, plan, rosen):
    as_alma.post(address(plan, "create"), form(rosen, picture=picture_file()))
    listing = plan.listings.get()
    change = address(plan, "edit", listing.pk)
    as_alma.post(change, form(rosen, picture=picture_file((50, 50)), version=1))
    assert [(one.width, one.height) for one in Picture.objects.all()] == [(50, 50)]
    as_alma.post(change, form(rosen, version=2))
    assert Picture.objects.count() == 1
    as_alma.post(change, form(rosen, no_picture="on", version=2))
    assert not Picture.objects.exists()
    assert as_alma.get(address(plan, "picture", listing.pk)).status_code == 404


def test_the_picture_of_another_plan_is_not_there(as_alma, plan):
    theirs = factories.make_listing(factories.make_actor(factories.make_plan("Åparken")))
    theirs.picture = Picture.objects.create(plan=theirs.plan, data=picture_bytes(), width=40, height=30)
    theirs.save()
    assert as_alma.get(address(plan, "picture", theirs.pk)).status_code == 404
