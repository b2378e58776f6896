"""The pages on which two things that look alike are compared, and made one."""
