"""What pages say of themselves to search engines, reference managers and those who share them.

A function a kind of page, from its record alone; `metadata` draws what it returns.
"""
