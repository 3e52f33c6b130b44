"""How much may be sent in one request, whoever sends it."""

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

# Above the largest spreadsheet, whose own form says in words what is too big.
REQUEST_AT_MOST = 16 * 1024 * 1024


class BoundedUploads(FileUploadHandler):
    """First of the upload handlers: refuses a request by its length, before any of it is read or stored.

    Django reads files for whichever page they are sent to, also the login, and has no limit of its own.
    """

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):
        """Raise RequestDataTooBig, which is answered with 400."""
        if content_length > REQUEST_AT_MOST:
            raise RequestDataTooBig(f"{content_length} bytes")

    def receive_data_chunk(self, raw_data, start):
        """Pass everything on to the next handler."""
        return raw_data

    def file_complete(self, file_size):
        """The next handler makes the file."""
        return None
