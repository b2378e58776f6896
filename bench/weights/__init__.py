"""What each kind of page weighs, and what it asks of the database."""
