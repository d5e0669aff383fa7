"""Which colour stands beside the word for how mail or work stands?"""

COLOURS = {
    "Waiting": "grey",
    "Being sent": "blue",
    "Being made": "blue",
    "Sent": "green",
    "Ready": "green",
    "Failed": "red",
}


def colour_of(stands: str) -> str:
    """Return the colour; grey for a word that has none."""
    return COLOURS.get(stands, "grey")
