"""What changed, who changed it, when and why?"""
