"""How is a whole review written as one text that a person can read and write?"""
