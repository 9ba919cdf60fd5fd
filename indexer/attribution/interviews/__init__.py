"""Interviews, transcripts and recordings: paragraphs that begin with who speaks."""
