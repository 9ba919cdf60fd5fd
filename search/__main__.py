"""``python -m search``."""

from search.interrupts import ended_by_interrupts

if __name__ == "__main__":
    with ended_by_interrupts(130):
        from search.cli import main

    main()
