"""The partnership governance register."""
