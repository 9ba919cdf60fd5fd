"""The tagger: a small network of convolutions that marks cues, their sources and contents; it runs in numpy."""
