"""Full-text search over a local-news archive: documents, questions, answers.

Nothing is imported here, so that a program can say what an interrupt means before it loads what takes long.
"""
