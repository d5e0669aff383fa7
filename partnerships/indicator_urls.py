"""Which addresses lead to indicators, their figures, and the areas that are compared?"""

from django.urls import path

from .views import (
    area_comparison,
    areas,
    indicator_checks,
    indicator_values,
    indicators,
    performance,
)

ONE = "partnerships/<slug:reference>/"
INDICATOR = "indicators/<int:pk>/"

urlpatterns = [
    path("indicators/", indicators.indicators, name="indicators"),
    path(f"{ONE}indicators/", indicators.of_partnership, name="partnership-indicators"),
    path(f"{ONE}indicators/add/", indicators.add, name="add-indicator"),
    path(f"{ONE}area-comparison/", area_comparison.area_comparison, name="area-comparison"),
    path(f"{ONE}performance/", performance.performance, name="performance"),
    path(f"{ONE}performance/<slug:key>/", performance.layer, name="performance-layer"),
    path(INDICATOR, indicators.indicator, name="indicator"),
    path(f"{INDICATOR}change/", indicators.change, name="change-indicator"),
    path(f"{INDICATOR}withdraw/", indicators.withdraw, name="withdraw-indicator"),
    path(f"{INDICATOR}targets/", indicators.targets, name="indicator-targets"),
    path(f"{INDICATOR}figures/", indicator_values.enter, name="enter-figures"),
    path(f"{INDICATOR}data-quality/", indicator_checks.judge, name="judge-data"),
    path(f"{INDICATOR}challenges/add/", indicator_checks.record_challenge, name="record-challenge"),
    path(
        f"{INDICATOR}challenges/<int:challenge_pk>/answer/",
        indicator_checks.answer,
        name="answer-challenge",
    ),
    path("areas/", areas.areas, name="areas"),
    path("areas/add/", areas.add, name="add-area"),
    path("areas/<int:pk>/change/", areas.change, name="change-area"),
]
