"""Where is the engine that makes PDFs, and is it whole?"""

from functools import cache
from types import ModuleType

from .problems import NO_PANGO, PdfProblem


@cache
def weasyprint() -> ModuleType:
    """Return the engine.

    Raises PdfProblem when the system libraries are missing. The one that cuts fonts down to the
    letters used is optional to the engine, but without it the bytes differ: it is required here.
    """
    try:
        import weasyprint as engine
        from weasyprint.text.ffi import harfbuzz_subset
    except OSError as error:
        raise PdfProblem(NO_PANGO) from error
    if harfbuzz_subset is None:
        raise PdfProblem(NO_PANGO)
    return engine
