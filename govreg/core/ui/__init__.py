"""What do all pages of the register look like, and what are they built from?"""
