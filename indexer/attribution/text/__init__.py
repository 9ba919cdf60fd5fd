"""A text taken apart into words, quotations and sentences; and the word lists that every later step uses."""
