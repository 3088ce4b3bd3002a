"""What is tested in a browser."""
