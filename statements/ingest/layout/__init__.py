"""From letters on a page to a text in reading order: rows, columns, tables, running heads.

Lengths are points of a seventy-second of an inch; y grows upwards, as in PDF (ISO 32000).
"""
