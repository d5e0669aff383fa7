"""What does a person type to sign in?"""
