"""Which of them can be given from a shell?"""
