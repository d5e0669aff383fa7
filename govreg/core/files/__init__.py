"""How are uploaded and generated files kept safe and handed out?"""
