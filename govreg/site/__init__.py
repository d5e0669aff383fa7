"""Which pages and commands read everything: home, search, administration, demonstration?"""
