"""Which addresses lead to what shows how a partnership works with others?"""

from django.urls import path

from .views import communications, engagement

OF_ONE = "partnerships/<slug:reference>/"
COMMUNICATION = f"{OF_ONE}communications/<int:pk>/"
ENTRY = f"{OF_ONE}engagement/<int:pk>/"

urlpatterns = [
    path("communications/", communications.all_communications, name="all-communications"),
    path(f"{OF_ONE}communications/", communications.communications, name="communications"),
    path(f"{OF_ONE}communications/add/", communications.add, name="add-communication"),
    path(COMMUNICATION, communications.communication, name="communication"),
    path(f"{COMMUNICATION}change/", communications.change, name="change-communication"),
    path(f"{COMMUNICATION}record/", communications.record, name="record-communication"),
    path(f"{OF_ONE}engagement/", engagement.engagement, name="engagement"),
    path(f"{OF_ONE}engagement/add/", engagement.add, name="add-engagement"),
    path(ENTRY, engagement.entry, name="engagement-entry"),
    path(f"{ENTRY}change/", engagement.change, name="change-engagement"),
    path(f"{ENTRY}withdraw/", engagement.withdraw, name="withdraw-engagement"),
]
