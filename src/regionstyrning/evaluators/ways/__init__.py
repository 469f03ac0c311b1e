"""The ways of judging by name: attainment, those for comparison, and those that judge the economy."""
