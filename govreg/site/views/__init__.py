"""Which pages read everything?"""
