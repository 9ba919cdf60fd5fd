"""From an answer to exactly what a template shows. Pure functions: no request of the web, no reading of files."""
