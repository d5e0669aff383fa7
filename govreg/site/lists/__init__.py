"""What does an administrator scan?"""
