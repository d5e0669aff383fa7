"""What do the administrator’s pages read across several records?"""
