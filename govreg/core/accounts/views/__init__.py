"""Which pages let a person sign in, out, and look after their own account?"""
