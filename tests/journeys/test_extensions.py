"""Can a due date be extended by keyboard alone: asked for, endorsed, granted by a committee?"""

import pytest

from govreg.core import clock
from govreg.core.ui.words import long_date

from .people import Desk

pytestmark = pytest.mark.journey
ACTION = "Put the Risk Management Plan to the ISCB"


def test_from_the_request_to_the_granted_extension(desk: Desk):
    owner = desk.sit("officer.c")
    owner.follow(ACTION)
    where = owner.page.url
    owner.follow("Ask for an extension")
    owner.type_into("New timescale", "September 2007")
    owner.type_into("Why is more time needed?", "The board meets again in May.")
    owner.press("Ask for the extension")
    owner.sees("later than the present due date, 31 October 2007")
    owner.type_into("New timescale", "June 2030")
    owner.press("Ask for the extension")
    owner.sees("The extension was asked for")
    owner.sees("No extension was granted")

    senior = desk.sit("senior.officer")
    senior.sees("Extensions to endorse")
    senior.follow(ACTION)
    senior.sees("The board meets again in May.")
    senior.follow("Endorse or decline")
    senior.choose("Endorse")
    senior.press("Save the answer")
    senior.sees("A committee decides it")

    recorder = desk.sit("democratic.services")
    recorder.sees("Extensions to decide")
    recorder.follow("Record what a committee decided")
    recorder.type_into("Committee", "Audit Committee")
    today = clock.today()
    for box, value in (("Day", today.day), ("Month", today.month), ("Year", today.year)):
        recorder.type_into(box, str(value))
    recorder.type_into("Minute reference", "Minute 94")
    recorder.choose("Grant")
    recorder.press("Record the decisions")
    recorder.sees("1 granted, 0 refused")

    owner.go(where)
    for words in (
        "Original due date: 31 October 2007",
        "1 extension, 8278 days in all",
        f"Granted by Audit Committee at its meeting of {long_date(today)}, Minute 94",
    ):
        owner.sees(words)
    owner.follow("History")
    for words in ("Granted an extension", "Endorsed an extension", "Asked for an extension"):
        owner.sees(words)
