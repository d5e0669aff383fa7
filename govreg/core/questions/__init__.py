"""Checklists and assessments: what is asked, in which edition, and how it can be answered."""
