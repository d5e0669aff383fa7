"""How is the register set up where it runs?"""
