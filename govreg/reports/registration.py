"""What does the interface show of the reports on the pages of others?"""
