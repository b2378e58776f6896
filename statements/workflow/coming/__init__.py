"""What is not public yet: shown beforehand, or waiting for its hour."""
