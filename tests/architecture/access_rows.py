"""How is one line of the access table written, and what does it say of each person?"""

from dataclasses import dataclass

PEOPLE = "APLWEOXSUDM-"


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    about: str
    get: str
    post: str


def expected(words: str) -> dict[str, int]:
    """Return the status for each person; the words must name everybody once."""
    found: dict[str, int] = {}
    for part in words.split(","):
        letters, status = part.split()
        for letter in letters:
            assert letter not in found, words
            found[letter] = int(status)
    assert set(found) == set(PEOPLE), words
    return {letter: found[letter] for letter in PEOPLE}


#: The administrator alone.
ADMINISTRATOR = ("A 200, PLWEOXSUDM 403, - 302", "A 200, PLWEOXSUDM- 403")
#: Whoever sees partnerships; an action owner does not.
SEES_PARTNERSHIPS = ("APLWESUDM 200, OX 403, - 302", "APLWESUDM 200, OX- 403")
#: The same, only to be read.
READS_PARTNERSHIPS = ("APLWESUDM 200, OX 403, - 302", "APLWESUDM 405, OX- 403")
#: West is hidden from those of other partnerships.
READS_WEST = ("APWSUDM 200, LE 404, OX 403, - 302", "APWSUDM 200, LE 404, OX- 403")
#: The trust is hidden from the area managers.
READS_TRUST = ("APLSUDM 200, WE 404, OX 403, - 302", "APLSUDM 200, WE 404, OX- 403")
#: Kept by the partnerships officer; the trust's lead does not see it.
KEEPS_WEST = ("AWEOXSUDM 403, P 200, L 404, - 302", "AWEOXSUDM- 403, P 200, L 404")
#: Kept by the partnerships officer and the trust's lead.
KEEPS_TRUST = ("AWEOXSUDM 403, PL 200, - 302", "AWEOXSUDM- 403, PL 200")
#: West's bodies and members: its area manager too.
WEST_MEMBERS = ("AOXSUDM 403, PW 200, LE 404, - 302", "AOXSUDM- 403, PW 200, LE 404")
#: The trust's bodies and members: no area manager.
TRUST_MEMBERS = ("AOXSUDM 403, PL 200, WE 404, - 302", "AOXSUDM- 403, PL 200, WE 404")
#: The auditor alone.
AUDITOR = ("APLWEOXSDM 403, U 200, - 302", "APLWEOXSDM- 403, U 200")
#: An issued review of the trust.
READS_TRUST_REVIEW = ("APLSUDM 200, WE 404, OX 403, - 302", "APLWESUDM 405, OX- 403")
#: A draft is its auditor's.
READS_DRAFT_REVIEW = ("APLWESDM 404, OX 403, U 200, - 302", "APLWESUDM 405, OX- 403")
#: A line of the trust: its owner too, another owner not.
READS_TRUST_LINE = ("APLOSUDM 200, WEX 404, - 302", "APLWEOXSUDM 405, - 403")
#: The administrator alone, and with nothing to type.
TRIES_AGAIN = ("A 200, PLWEOXSUDM 403, - 302", "A 302, PLWEOXSUDM- 403")
#: Long work is seen by who asked for it, here the auditor, and by the administrator.
OWN_WORK = ("AU 200, PLWEOXSDM 404, - 302", "APLWEOXSUDM 405, - 403")
#: West, only to be read.
ONLY_READS_WEST = ("APWSUDM 200, LE 404, OX 403, - 302", "APLWESUDM 405, OX- 403")
#: The trust, only to be read.
ONLY_READS_TRUST = ("APLSUDM 200, WE 404, OX 403, - 302", "APLWESUDM 405, OX- 403")
#: An address that leads to a page of West.
LED_TO_WEST = ("APWSUDM- 302, LE 404, OX 403", "APLWESUDM 405, OX- 403")
#: An address that leads to a page of the trust.
LED_TO_TRUST = ("APLSUDM- 302, WE 404, OX 403", "APLWESUDM 405, OX- 403")
#: The administrator alone, and only to be read.
ADMINISTRATOR_READS = ("A 200, PLWEOXSUDM 403, - 302", "A 405, PLWEOXSUDM- 403")
