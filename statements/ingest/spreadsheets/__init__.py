"""Statements and recommendations out of tables of others: mapped, checked, made.

`mapping` says what a column is, `checking` what is wrong in which cell and what would be made,
`making` makes all of it or nothing.
"""
