"""What was measured, held against what a target asks for."""
