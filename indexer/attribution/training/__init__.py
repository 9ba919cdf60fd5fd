"""How the models are learnt from annotated articles; nothing of it runs when a text is read."""
