"""Several people at one noun: who has it open, what each of them changed, and both joined."""
