"""May this happen to this report now?"""
