"""Which tags and filters do the templates of the reports load?"""
