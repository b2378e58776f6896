"""Hypertext to plain text: a tree of elements, what of it is the document, and its words."""
