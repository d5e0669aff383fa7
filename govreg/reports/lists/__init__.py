"""What does a person scan of the reports?"""
