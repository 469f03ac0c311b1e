"""Typed records, reasoned answers and checks for how Swedish regions steer themselves."""
