"""Which addresses lead to what shows how a partnership works with others?"""

from django.urls import path

from .views import engagement

OF_ONE = "partnerships/<slug:reference>/"
ENTRY = f"{OF_ONE}engagement/<int:pk>/"

urlpatterns = [
    path(f"{OF_ONE}engagement/", engagement.engagement, name="engagement"),
    path(f"{OF_ONE}engagement/add/", engagement.add, name="add-engagement"),
    path(ENTRY, engagement.entry, name="engagement-entry"),
    path(f"{ENTRY}change/", engagement.change, name="change-engagement"),
    path(f"{ENTRY}withdraw/", engagement.withdraw, name="withdraw-engagement"),
]
