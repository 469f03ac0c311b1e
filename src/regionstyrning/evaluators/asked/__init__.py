"""What is asked of a verdict: how firm it is, what would turn it, what is worth knowing, and who says otherwise."""
