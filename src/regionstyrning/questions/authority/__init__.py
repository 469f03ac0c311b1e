"""Who may decide what, on which day, and why or why not."""
