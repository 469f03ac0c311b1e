"""What is judged, when and how, and what others have said of it."""
