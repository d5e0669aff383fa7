"""Do charts say in words what they show, and hold nothing that a page's policy forbids?"""

from xml.etree import ElementTree

from govreg.core.ui.charts import (
    PROGRESS_SEGMENTS,
    QUARTERLY_SEGMENTS,
    Bar,
    Node,
    heat_map,
    stacked_bars,
    structure_tree,
)
from govreg.core.ui.charts.drawing import wrapped
from govreg.core.ui.charts.heat import HIGH, LOW

SVG = "{http://www.w3.org/2000/svg}"
BARS = [
    Bar("Harbourside <Regeneration>", {"late": 2, "at-risk": 1, "on-track": 9, "complete": 90}),
    Bar("Quiet", {}),
]
LONG = "Neighbourhood Renewal and Regeneration Partnership Coordination Board"
TREE = Node(
    "Executive",
    "Board",
    "/bodies/1/",
    (Node(LONG, "Group", "", (Node("Delivery & More"),)), Node("Safer City", layer=2)),
)


def read(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def words(svg: str) -> list[str]:
    return [
        " ".join(text.itertext()).replace("\N{NO-BREAK SPACE}", " ")
        for text in read(svg).iter(f"{SVG}text")
    ]


def test_every_number_of_a_bar_is_written_with_its_letter() -> None:
    svg = stacked_bars(BARS, segments=PROGRESS_SEGMENTS, title="Actions", chart_id="actions")
    written = " ".join(words(svg))
    for figure in ("L 2", "R 1", "T 9", "C 90", "102 in all", "none"):
        assert figure in written


def test_a_number_too_long_for_its_part_stands_beside_the_bar() -> None:
    bars = [Bar("Quarter 1", {"green": 740, "white": 100})]  # the white part is 40 wide
    written = words(stacked_bars(bars, segments=QUARTERLY_SEGMENTS, title="Q", chart_id="q"))
    assert "G 740" in written
    assert "W 100, 840 in all" in " ".join(written)


def test_no_words_stand_outside_the_frame() -> None:
    svg = read(stacked_bars(BARS, segments=PROGRESS_SEGMENTS, title="Actions", chart_id="actions"))
    heights = [float(line.get("y")) for line in svg.iter(f"{SVG}tspan")]
    assert min(heights) > 10
    assert max(heights) < float(svg.get("height"))


def test_the_description_says_the_same_in_words() -> None:
    svg = read(stacked_bars(BARS, segments=PROGRESS_SEGMENTS, title="Actions", chart_id="actions"))
    title, description = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
    assert title.text == "Actions"
    assert "2 late, 1 at risk, 9 on track, 90 complete" in description.text
    assert "Quiet: none." in description.text
    assert svg.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert svg.get("role") == "img"


def test_nothing_but_presentation_attributes() -> None:
    for svg in (
        stacked_bars(BARS, segments=QUARTERLY_SEGMENTS, title="Q", chart_id="q"),
        structure_tree(TREE, title="T", chart_id="t"),
    ):
        for element in read(svg).iter():
            assert element.tag.removeprefix(SVG) not in {"style", "script"}
            assert not {"style", "onclick", "onload"} & set(element.attrib)


def test_two_charts_on_a_page_have_ids_of_their_own() -> None:
    ids = []
    for name in ("one", "two"):
        svg = read(stacked_bars(BARS, segments=PROGRESS_SEGMENTS, title="A", chart_id=name))
        ids += [element.get("id") for element in svg.iter() if element.get("id")]
    assert len(ids) == len(set(ids)) == 4


def test_long_names_are_broken_and_none_is_cut() -> None:
    lines = wrapped(LONG + " " + "x" * 90, 170, 14, bold=True)
    assert len(lines) > 3
    assert max(map(len, lines)) <= 18
    assert "".join(lines).replace(" ", "") == (LONG + "x" * 90).replace(" ", "")


def test_the_tree_names_links_and_connects_every_body() -> None:
    svg = structure_tree(TREE, title="Structure", chart_id="t", layers=("Executive", "Strategy"))
    root = read(svg)
    assert root.get("role") == "group"
    assert [link.get("href") for link in root.iter(f"{SVG}a")] == ["/bodies/1/"]
    assert len(list(root.iter(f"{SVG}path"))) == 3
    assert "Executive oversees" in root.find(f"{SVG}desc").text
    assert "Strategy" in words(svg)


def test_boxes_never_overlap() -> None:
    children = tuple(Node(LONG * (1 + i % 3), "Kind", "", (Node("x"),) * (i % 3)) for i in range(9))
    svg = read(structure_tree(Node(LONG, "", "", children), title="T", chart_id="t"))
    boxes = [
        tuple(float(rect.get(name)) for name in ("x", "y", "width", "height"))
        for rect in svg.iter(f"{SVG}rect")
    ]
    assert len(boxes) == 19
    for index, (x, y, width, height) in enumerate(boxes):
        assert x + width <= float(svg.get("width"))
        assert y + height <= float(svg.get("height"))
        for other_x, other_y, _, other_height in boxes[index + 1 :]:
            apart = y + height <= other_y or other_y + other_height <= y
            assert x != other_x or apart


def test_a_heat_map_writes_rating_and_number_into_its_cells() -> None:
    drawn = heat_map(
        {(3, 2): 7},
        points=4,
        band_of=lambda rating: HIGH if rating >= 6 else LOW,
        title="Risks",
        chart_id="risks",
    )
    written = words(drawn)
    assert written[written.index("7") - 1] == "H 6"
    assert sum(text.startswith(("H ", "L ")) for text in written) == 16
    told = read(drawn).find(f"{SVG}desc")
    assert told is not None
    assert told.text == "Likelihood 3, impact 2, high: 7."
