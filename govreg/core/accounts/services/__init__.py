"""Which verbs change users and their roles?"""
