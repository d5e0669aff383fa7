"""How do rows leave the register as a sheet, and come in again, with every error by line?"""
