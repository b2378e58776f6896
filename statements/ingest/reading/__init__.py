"""Documents of others are read in a process of its own, which may fail without harm."""
