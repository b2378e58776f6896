"""Lists as files: the rows of a list page, all of them, in its order, in a format by its suffix."""
