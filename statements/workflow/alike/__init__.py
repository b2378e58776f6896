"""What is on the desk twice: found, told apart, and made one."""
