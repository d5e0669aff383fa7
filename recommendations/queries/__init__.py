"""What do pages and reports read across several records?"""
