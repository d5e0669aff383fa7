"""What can templates say?"""
