"""Who works with whom, through which bodies, and who sits on them?"""
