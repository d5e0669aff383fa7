"""What does the interface show of this register on pages of its own and of others?"""
