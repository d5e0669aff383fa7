"""What does a person scan?"""
