"""What does a PDF say?"""

from io import BytesIO

from pypdf import PasswordType, PdfReader
from pypdf.errors import LimitReachedError, PyPdfError

from .outcome import MOST_CHARACTERS, MOST_PAGES, Reading, Unreadable


def text_of_pdf(content: bytes) -> tuple[str, bool]:
    """Return the text of a PDF, and whether that is all of it.

    A file that only its printing or copying is restricted of opens for everybody, and is read.
    Raises Unreadable with the reason.
    """
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
            raise Unreadable(Reading.ENCRYPTED)
        return _pages(reader)
    except LimitReachedError as error:
        raise Unreadable(Reading.TOO_MUCH) from error
    except Unreadable:
        raise
    except (MemoryError, RecursionError) as error:
        raise Unreadable(Reading.TOO_MUCH) from error
    except (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, OSError) as e:
        # What a damaged file makes of the reader is not foreseeable.
        raise Unreadable(Reading.DAMAGED) from e


def _pages(reader: PdfReader) -> tuple[str, bool]:
    pieces: list[str] = []
    room = MOST_CHARACTERS
    for number, page in enumerate(reader.pages):
        if number >= MOST_PAGES or room <= 0:
            return "\n".join(pieces), False
        text = page.extract_text()
        pieces.append(text[:room])
        room -= len(text)
    return "\n".join(pieces), True
