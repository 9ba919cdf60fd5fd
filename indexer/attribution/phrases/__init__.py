"""What the words of a noun phrase tell: titles, offices, kin, kinds of bodies."""
