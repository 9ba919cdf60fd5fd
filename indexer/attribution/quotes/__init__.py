"""Whose a quotation is, and which quotations are no statements."""
