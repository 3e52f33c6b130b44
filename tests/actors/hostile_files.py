"""Builds the workbooks that no spreadsheet program would save: by hand, part by part."""

import io
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORKBOOK = (
    f'<workbook xmlns="{MAIN}" xmlns:r="{DOCUMENT}"><sheets>'
    '<sheet name="Aktører" sheetId="1" r:id="r1"/></sheets></workbook>'
)
WORKBOOK_RELATIONS = (
    f'<Relationships xmlns="{RELATIONS}">'
    f'<Relationship Id="r1" Type="{DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="r2" Type="{DOCUMENT}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
)
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override '
    'PartName="/xl/workbook.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
ROOT_RELATIONS = (
    f'<Relationships xmlns="{RELATIONS}">'
    f'<Relationship Id="r1" Type="{DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
ODS_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def make_zip(parts):
    """Return a zip file of the parts, name → text or bytes."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        for name, content in parts.items():
            # Only the type of an OpenDocument file stands uncompressed at its front.
            packing = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, packing)
    return output.getvalue()


def make_xlsx(rows, shared="", before=""):
    """Return an xlsx file with these <row> and shared <si> elements; before is put ahead of the sheet."""
    return make_zip(
        {
            "[Content_Types].xml": CONTENT_TYPES,
            "_rels/.rels": ROOT_RELATIONS,
            "xl/workbook.xml": WORKBOOK,
            "xl/_rels/workbook.xml.rels": WORKBOOK_RELATIONS,
            "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{shared}</sst>',
            "xl/worksheets/sheet1.xml": (
                f'{before}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
            ),
        }
    )


def make_row(number, *cells):
    """Return a <row> with (address, text) cells."""
    inner = "".join(f'<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>' for at, text in cells)
    return f'<row r="{number}">{inner}</row>'


def make_ods(rows, kind=ODS_TYPE, manifest=""):
    """Return an OpenDocument file with these <table:table-row> elements."""
    return make_zip(
        {
            "mimetype": kind,
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
            "content.xml": (
                f"<office:document-content {ODS_NAMES}><office:body><office:spreadsheet>"
                f'<table:table table:name="Aktører">{rows}</table:table>'
                "</office:spreadsheet></office:body></office:document-content>"
            ),
        }
    )


def make_ods_row(*texts):
    """Return a <table:table-row> with text cells."""
    cells = (
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        for text in texts
    )
    return f"<table:table-row>{''.join(cells)}</table:table-row>"
