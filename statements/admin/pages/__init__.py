"""Pages of the desk that are no form of a noun: the start page, the moves, tagging."""
