"""Which pages do the reports have?"""
