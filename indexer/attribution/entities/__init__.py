"""The persons and organisations of a text: which names are one's, and what is told of each."""
