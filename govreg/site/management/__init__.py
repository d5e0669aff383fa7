"""Which commands does the front door have?"""
