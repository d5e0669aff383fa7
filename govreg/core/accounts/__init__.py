"""Who are the users, and how do they sign in?"""
