"""Which commands send the mail, do the work and say how both stand?"""
