"""What does a person type about a report?"""
