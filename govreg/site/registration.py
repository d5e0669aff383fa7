"""What stands in the navigation of every page?"""
