"""Protect a person: find, withhold and erase words, and keep them out of what is told."""
