"""Whom a source means: a name, he or she, “the mayor”, “his wife”, “the agency”."""
