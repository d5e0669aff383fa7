"""Which pages show what changed?"""
