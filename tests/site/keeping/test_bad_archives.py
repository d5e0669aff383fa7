"""Is an archive that is damaged, cut short or hostile refused before anything is written?"""

import random

import pytest

from tests.reliability.comparing import tables

from . import hostile


def assert_untouched(empty) -> None:
    assert tables(empty) == []
    assert empty.files == []
    outside = {path.name for path in empty.folder.parent.iterdir()} - {empty.folder.name}
    assert all(name.endswith(".zip") for name in outside), outside


def test_a_byte_that_changed_anywhere_is_found(archive, place, tmp_path):
    """Hundreds of places are tried in this process, the first, the last and one from a shell."""
    from govreg.core.refusals import Refused
    from govreg.site.keeping.archive import reading

    content, chance = archive.read_bytes(), random.Random("bytes")
    bad = tmp_path / "bad.zip"
    spots = [0, len(content) - 1, len(content) - 64, len(content) - 70]
    spots += [chance.randrange(len(content)) for _ in range(200)]
    for spot in spots:
        changed = bytearray(content)
        changed[spot] ^= 1 << chance.randrange(8)
        bad.write_bytes(changed)
        with pytest.raises(Refused, match="Nothing was written"), reading(bad) as opened:
            opened.check()
    empty = place()
    assert "does not match its seal" in empty.refused("restore", str(bad))
    assert_untouched(empty)


@pytest.mark.parametrize("left", [0, 1, 63, 64, 65, 5_000, -1])
def test_an_archive_that_is_cut_short_is_refused(archive, tmp_path, left):
    from govreg.core.refusals import Refused
    from govreg.site.keeping.archive import reading

    bad = tmp_path / "bad.zip"
    bad.write_bytes(archive.read_bytes()[:left])
    with pytest.raises(Refused, match="Nothing was written"), reading(bad):
        pass


def test_what_is_no_archive_is_refused(place, tmp_path):
    empty = place()
    page = tmp_path / "page.zip"
    page.write_text("<html>")
    assert "no backup of the register" in empty.refused("restore", str(page))
    assert "No such file" in empty.refused("restore", str(tmp_path / "nothing.zip"))
    assert "Is a directory" in empty.refused("restore", str(tmp_path))
    assert_untouched(empty)


CHANGES = {
    "leads out of the store": (hostile.added("files/../../escaped/x"), "none of a register"),
    "is absolute": (hostile.added("files//etc/passwd"), "none of a register"),
    "has a backslash": (hostile.added("files/..\\..\\escaped/x"), "none of a register"),
    "lies beside the files": (hostile.added("escaped"), "none of a register"),
    "is the marker": (hostile.added("files/RESTORE-UNFINISHED.txt"), "none of a register"),
    "is there in two cases": (hostile.added("DATABASE"), "names a part twice"),
    "is not in the manifest": (hostile.unnamed, "other parts than its manifest names"),
    "has another content": (hostile.swapped, "is not what the manifest says"),
    "has a manifest of another format": (hostile.put(format=99), "of format 99"),
    "has no parts": (hostile.put(parts=[]), "names a part twice, or no database"),
    "has nonsense for parts": (hostile.put(parts="x"), "cannot be read"),
    "has a word for a size": (hostile.put(rows={"x": "y"}), "cannot be read"),
    "says more than there is to say": (hostile.put(more=1), "cannot be read"),
    "is of a later release": (hostile.later, "reviews.0999_from_the_future"),
    "is of the other database": (hostile.other_kind, "an empty database of the same kind"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_an_archive_that_is_hostile_or_foreign_is_refused(archive, place, tmp_path, what):
    change, sentence = CHANGES[what]
    bad = hostile.remade(archive, tmp_path / "bad.zip", change)
    empty = place()
    assert sentence in empty.refused("restore", str(bad))
    assert_untouched(empty)


def test_a_link_in_an_archive_is_refused(archive, place, tmp_path):
    name = "files/2026/link"
    add = hostile.added(name, b"/etc/passwd")
    bad = hostile.remade(archive, tmp_path / "bad.zip", add, links=(name,))
    empty = place()
    assert "no plain file" in empty.refused("restore", str(bad))
    assert_untouched(empty)


def test_an_archive_made_anew_without_a_change_is_taken(archive, place, tmp_path):
    """What is refused above is refused for its change alone."""
    same = hostile.remade(archive, tmp_path / "same.zip", hostile.put())
    empty = place()
    empty.run("restore", str(same))
    assert tables(empty)
