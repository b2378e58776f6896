"""The benchmark: a corpus of any size, published through the real door, served and asked.

`python3 manage.py bench` runs it; README.md in this folder says what it measures and how.
"""
