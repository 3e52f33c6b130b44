"""What a PDF is made of, read with pypdf: its boxes, texts, fonts, tags."""

import io
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

MM = 72 / 25.4
FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def pdf_of(response) -> PdfReader:
    """The document of an answer."""
    assert response.status_code == 200, response.status_code
    assert response["Content-Type"] == "application/pdf"
    return PdfReader(io.BytesIO(response.content))


def text_of(response) -> str:
    """The text of all pages."""
    return "\n".join(page.extract_text() for page in pdf_of(response).pages)


def millimetres(box) -> list[int]:
    """Width and height of a box."""
    return [round(float(side) / MM) for side in (box.width, box.height)]


def fonts_of(document: PdfReader) -> Iterator[tuple[str, bool]]:
    """The name of each font that is used, and whether it is in the file."""
    for page in document.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            font = font.get_object()
            for one in font.get("/DescendantFonts", [font]):
                descriptor = one.get_object()["/FontDescriptor"].get_object()
                yield str(font["/BaseFont"]), any(name in descriptor for name in FONT_FILES)


def tags_of(document: PdfReader) -> list[DictionaryObject]:
    """Every element of the structure tree, in reading order."""
    return list(_below(document.trailer["/Root"]["/StructTreeRoot"]["/K"]))


def _below(kids) -> Iterator[DictionaryObject]:
    for kid in kids if isinstance(kids, ArrayObject) else [kids]:
        element = kid.get_object()
        if isinstance(element, DictionaryObject) and "/S" in element:
            yield element
            yield from _below(element.get("/K", ArrayObject()))


def places_of(page) -> list[tuple[str, float, float, float]]:
    """Each piece of text: itself, millimetres from the left and the bottom of the cut paper, points."""
    found, (left, bottom) = [], page.trimbox.lower_left

    def note(text, cm, tm, font, size):
        if text.strip():
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            points = size * abs(tm[3] or tm[2]) * abs(cm[3] or cm[2])
            found.append((text.strip(), (x - float(left)) / MM, (y - float(bottom)) / MM, points))

    page.extract_text(visitor_text=note)
    return found
