"""Pictures as they come from a phone, made small and clean. The only module that knows Pillow."""

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

FORMATS = ("JPEG", "PNG", "WEBP")
FILE_AT_MOST = 10 * 1024 * 1024
# A phone's camera takes up to 50 million; what unpacks to more is refused before it is unpacked.
PIXELS_AT_MOST = 60_000_000
LONGEST_SIDE, QUALITY = 1600, 82
UNREADABLE = "Filen kan ikke læses som et billede. Vælg en JPG-, PNG- eller WebP-fil."
PAPER = (255, 255, 255)


class NotAPicture(Exception):
    """The file cannot be used; the text says what to do, for the one who chose it."""


@dataclass(frozen=True, slots=True)
class Clean:
    """A JPEG without metadata; width and height in pixels."""

    data: bytes
    width: int
    height: int


def reencode(file) -> Clean:
    """The picture in `file` (open, bytes), upright, at most 1600 pixels long, as a JPEG of its pixels alone.

    Where it was taken, by which phone and what it was called is not in the new file. Raises NotAPicture.
    """
    # Half a picture is no picture, also in a process in which WeasyPrint has said that it is.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(file, formats=FORMATS)
            if picture.width * picture.height > PIXELS_AT_MOST:
                raise NotAPicture("Billedet er for stort. Vælg et, der er mindre end 60 megapixel.")
            # JPEGs are unpacked no larger than they are needed.
            picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            return _drawn_anew(ImageOps.exif_transpose(picture))
    except (UnidentifiedImageError, Image.DecompressionBombWarning, Image.DecompressionBombError, OSError,
            SyntaxError, ValueError) as problem:  # fmt: skip
        raise NotAPicture(UNREADABLE) from problem


def _drawn_anew(picture: Image.Image) -> Clean:
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    seen = picture.convert("RGBA")
    flat = Image.new("RGB", seen.size, PAPER)
    flat.paste(seen, mask=seen.getchannel("A"))
    out = io.BytesIO()
    flat.save(out, "JPEG", quality=QUALITY, optimize=True)
    return Clean(out.getvalue(), *flat.size)
