"""What this site is, in words."""

from statements.views.pages import Page


class About(Page):
    section = "about"
    template_name = "statements/about.html"
