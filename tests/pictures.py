"""Small pictures to send, as a phone or a browser would."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

GREEN = (43, 122, 75)


def picture_bytes(size=(40, 30), kind="PNG", **saved) -> bytes:
    """A picture of one colour; `size` in pixels, `saved` as Pillow's `save` takes it (exif, …)."""
    file = io.BytesIO()
    Image.new("RGB", size, GREEN).save(file, kind, **saved)
    return file.getvalue()


def picture_file(size=(40, 30), kind="PNG", name="have.png", **saved) -> SimpleUploadedFile:
    """The same as a file that was chosen in a form."""
    return SimpleUploadedFile(name, picture_bytes(size, kind, **saved), f"image/{kind.lower()}")
