"""How is anything in the register found by its words?"""
