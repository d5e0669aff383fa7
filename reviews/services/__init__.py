"""Which verbs write to the register?"""
