"""What do the reports read across the three registers?"""
