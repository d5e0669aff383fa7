"""Which addresses lead to a partnership's spreadsheets?"""

from django.urls import path

from .views import imports, spreadsheets

OF_ONE = "partnerships/<slug:reference>/spreadsheets/"
KIND = f"{OF_ONE}<slug:kind>/"

urlpatterns = [
    path(OF_ONE, spreadsheets.spreadsheets, name="spreadsheets"),
    path(f"{KIND}file/<slug:form>/", spreadsheets.download, name="spreadsheet"),
    path(f"{KIND}import/", imports.upload, name="import-spreadsheet"),
    path(f"{KIND}import/<int:pk>/", imports.look_through, name="import-preview"),
    path(f"{KIND}imported/<int:pk>/", imports.imported, name="imported"),
]
