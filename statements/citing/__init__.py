"""How a statement, or words of it, are cited: pure functions, a file a style."""
