"""What a text names: countries, instruments, symbols and addresses."""
