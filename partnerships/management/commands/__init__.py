"""Which commands do partnerships have?"""
