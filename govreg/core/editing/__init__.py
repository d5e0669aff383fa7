"""How are two people kept from overwriting each other?"""
