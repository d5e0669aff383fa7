"""Which commands does the interface bring?"""
