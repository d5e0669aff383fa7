"""At which addresses are the pages that every deployment has?"""

from django.urls import path

from . import views

app_name = "ui"
urlpatterns = [
    path("theme.css", views.theme, name="theme"),
    path("accessibility/", views.accessibility_statement, name="accessibility-statement"),
    path(".well-known/security.txt", views.security_contact, name="security-contact"),
]
