"""Statuses and what lies between them, verdicts with their reasons, and how several become one."""
