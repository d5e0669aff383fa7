"""What did an audit review recommend, who answered, and what became of it?"""
