"""Which files do people attach in the tests' stories?"""

from django.core.files.uploadedfile import SimpleUploadedFile

PDF = b"%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 32


def pdf(name: str = "risk-register.pdf") -> SimpleUploadedFile:
    """Return a small PDF."""
    return SimpleUploadedFile(name, PDF, content_type="application/pdf")


def picture_called_pdf() -> SimpleUploadedFile:
    """Return a picture whose name says that it is a PDF."""
    return SimpleUploadedFile("minutes.pdf", PNG, content_type="application/pdf")


def empty() -> SimpleUploadedFile:
    """Return a file with nothing in it."""
    return SimpleUploadedFile("minutes.pdf", b"", content_type="application/pdf")


def program() -> SimpleUploadedFile:
    """Return a kind of file that is never taken."""
    return SimpleUploadedFile("run.exe", b"MZ" + b"\x00" * 20)
