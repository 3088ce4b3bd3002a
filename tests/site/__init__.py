"""What is tested on the files of the built site."""
