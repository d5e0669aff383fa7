"""Which pages does an administrator keep the register with?"""
