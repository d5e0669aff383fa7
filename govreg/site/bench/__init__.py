"""How much does each main page cost, compared with the cheapest page there could be?"""
