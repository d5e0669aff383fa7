"""Where does the way back lead, after a file was imported?"""

from tests.people import Cast, signed_in

from .board import WEST
from .pages import read
from .sheet_files import confirmed, file_of, previewed, words


def test_the_way_back_after_an_import_leads_to_what_it_did(cast: Cast):
    client = signed_in(cast.area_manager_west)
    rows = [{"Organisation": "Jobcentre Plus", "Representative’s post": "District manager"}]
    where, page = previewed(client, WEST, "members", file_of(rows))
    imported = confirmed(client, where, page).url
    for back in (client.get(where, follow=True), client.post(where, {}, follow=True)):
        assert back.redirect_chain[0][0] == imported
        assert "was imported already, so nothing was done again" in words(read(back))
        assert "1 row was added and 0 changed" in words(read(back))
    # Where nobody knows any more what became of it, the page says so and leads on.
    gone = signed_in(cast.area_manager_west).get(where)
    assert gone.status_code == 404
    told = read(gone)
    assert "was imported already, or it was not imported within 24 hours" in words(told)
    assert told.find("a", string="Choose a file")["href"].endswith("/members/import/")
