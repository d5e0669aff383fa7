"""What can be done with partnerships from the command line?"""
