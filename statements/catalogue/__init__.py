"""The public side: published records and what they are found by.

`select.select` answers lists, `store.get` answers pages; both read nothing but tables of this app.
"""
