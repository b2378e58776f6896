"""The desk's admin site."""

from django.contrib.admin import AdminSite


class Desk(AdminSite):
    site_header = "On Record"
