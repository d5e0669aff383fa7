"""What does a report say, before anybody decides how it looks?"""
