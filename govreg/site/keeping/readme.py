"""What does somebody read first who is handed the whole register without the program?"""

README = """The whole register, in open formats
===================================

tables/          one CSV file a table: UTF-8, comma-separated, a heading line first
files/           the stored files (evidence and issued reports), each as NUMBER-NAME
files.csv        which file is which, with the SHA-256 it had when it was stored
dictionary.json  what each table and column means, and which table a number refers to
SHA256SUMS       a digest of every file here; check them with: sha256sum -c SHA256SUMS

A column that ends in “(number)” or “(id)” holds the “Number in the register” of a row of another
table; dictionary.json says of which. A table that ends in -history has every version of each row
there ever was: who wrote it, when and why is in history-change-sets.csv under its change set.

Dates are written 2026-01-31, moments 2026-01-31T12:00:00+00:00 (UTC). An empty cell is an empty
text or no value. A text that a spreadsheet would take for a formula has an apostrophe in front.

Tables
------
{tables}

Left out on purpose
-------------------
{left_out}
"""
