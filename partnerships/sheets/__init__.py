"""Which sheets of a partnership can be taken out, edited and imported again?"""
