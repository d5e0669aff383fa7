"""Why could a PDF not be made, and what should be done about it?"""


class PdfProblem(Exception):
    """No PDF was made; the message is a sentence for the person who asked."""


NO_PANGO = (
    "The library that sets text in a PDF is missing on this computer. On Debian or Ubuntu install "
    "it with: apt-get install libpangoft2-1.0-0 libharfbuzz-subset0"
)
NO_FONTS = (
    "The typeface of the reports is missing ({name}). Fetch it with: python manage.py build_assets"
)
TOO_LARGE = (
    "The text is too large to print in one document ({size} MB of {most} MB). Print it in parts."
)
TOO_DEEP = (
    "Part of the text is nested {depth} levels deep, which cannot be printed. Use fewer levels of "
    "lists and quotations."
)
TOO_WIDE = (
    "A table in the text has a cell that spans {span} columns or rows, which cannot be printed. "
    "The most is {most}."
)
NOT_OURS = (
    "The text asks for something outside the register ({address}), which a printed document may "
    "not fetch. Take it out of the text."
)
