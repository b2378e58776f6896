"""Words in records: what is searched, and what is found."""
