"""How does the Leeds demonstration data get into the register?"""
