"""What did an auditor find when a partnership was reviewed?"""
