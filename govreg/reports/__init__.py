"""Which documents are made of the three registers, and which issues of them were frozen?"""
