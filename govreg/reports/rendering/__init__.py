"""How does a document look, on paper and on a screen?"""
