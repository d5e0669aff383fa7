"""Which settings of the council change a figure or a decision, and from when?"""
