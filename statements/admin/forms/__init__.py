"""The forms of the desk: what a person types, checked, before the workflow saves it."""
