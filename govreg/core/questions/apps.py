"""Which Django application keeps the question sets?"""

from django.apps import AppConfig


class QuestionsConfig(AppConfig):
    """Sets of questions in dated editions, so that an old answer stands under what was asked."""

    name = "govreg.core.questions"
    label = "questions"
