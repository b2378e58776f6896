"""Public addresses, in English without a prefix and in other languages behind theirs."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
