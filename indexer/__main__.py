"""``python -m indexer``."""

if __name__ == "__main__":
    # Only here: reading processes import this module under another name, and need nothing of the command line.
    from indexer.cli import main

    main()
