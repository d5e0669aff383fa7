"""Which commands does the follow-up of recommendations bring?"""
