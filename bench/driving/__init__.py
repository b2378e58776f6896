"""Asking the site: with what, how often, and whether the answers are right."""
