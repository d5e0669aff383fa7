"""How is the whole register kept: backed up, restored, taken out, its file store looked after?"""
