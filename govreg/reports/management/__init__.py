"""Which commands do the reports have?"""
