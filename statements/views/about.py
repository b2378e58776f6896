"""What this site is and what it promises, in words."""

from statements.views.pages import Page


class About(Page):
    section = "about"
    template_name = "statements/about.html"


class Accessibility(Page):
    section = "accessibility"
    template_name = "statements/accessibility.html"
