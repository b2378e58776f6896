"""Who did what, each version of a working copy, and the lock between two editors."""
