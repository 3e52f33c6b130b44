"""Writes one PDF and ends: HTML in, PDF out, within the limits that `reports.pdf` gives.

`python -m reports.pdf_child SECONDS BYTES`. A document that asks for more ends this process alone.
"""

import os
import resource
import sys


def main(seconds: int, memory: int) -> None:
    """Limit this process, then let WeasyPrint write what comes on standard input."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django  # after the limits, which hold for all that is loaded

    django.setup()
    from reports.pdf import write_document

    html = sys.stdin.buffer.read().decode("utf-8", "surrogatepass")
    sys.stdout.buffer.write(write_document(html))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
