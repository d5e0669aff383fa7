"""How do action plans and progress leave the register as sheets and texts, and come back?"""
