"""What records are found by: for each value the numbers of the records that carry it.

`changes` writes them within a change of the catalogue, `index` holds the frequent ones in each
process, `order` puts what was found into the order of a list, `days` says how dates are filed.
"""
