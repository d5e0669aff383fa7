"""Under which description of exempt information is something kept from publication?"""

from django.db import models


class ExemptParagraph(models.TextChoices):
    """The descriptions in Part 1 of Schedule 12A to the Local Government Act 1972."""

    INDIVIDUAL = "1", "1: about an individual"
    IDENTITY = "2", "2: likely to reveal who an individual is"
    BUSINESS = "3", "3: financial or business affairs"
    LABOUR = "4", "4: labour relations"
    PRIVILEGE = "5", "5: legal professional privilege"
    NOTICE = "6", "6: a notice, order or direction to be given"
    CRIME = "7", "7: preventing, investigating or prosecuting crime"
