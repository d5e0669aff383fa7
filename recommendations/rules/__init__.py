"""May this happen to this record now?"""
