"""The floor: what knows nothing of partnerships, reviews and recommendations."""
