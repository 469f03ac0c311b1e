"""What is the matter with files: found, told in words, and placed on its line."""
