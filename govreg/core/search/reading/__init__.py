"""What words are in an uploaded file, and may the register read them without harm?"""
