"""Who could be speaking in a sentence: names with their titles, pronouns, noun phrases, headlines' speakers."""
