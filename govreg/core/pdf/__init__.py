"""How does HTML become an accessible PDF, the same byte for byte each time it is made?

WeasyPrint is imported when the first PDF is made and nowhere but in this package.
"""

from .problems import PdfProblem
from .rendering import render

__all__ = ["PdfProblem", "render"]
