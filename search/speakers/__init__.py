"""Who is who: names, roles and acronyms taken apart, and the persons and bodies that they add up to."""
