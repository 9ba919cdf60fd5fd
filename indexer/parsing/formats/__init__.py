"""The formats that archives come in, beside plain text and saved pages: one module a format.

A format is a row of the table ``READERS`` in ``indexer/parsing/registry.py``. To add one:

- Write a module here with two public functions, ``is_x(head: bytes, suffix: str) -> bool`` and
  ``read_x(source: Source) -> Iterator[Found]``, and add ``Reader("x", is_x, read_x)`` to the table: wrappers and
  containers first, then formats that say what they are, the most particular before the more general.
- ``is_x`` tells by content: ``head`` is the first 16 kB without byte order mark and leading blanks, lines ending in
  newlines, in UTF-8 where the file is UTF-16 or UTF-32. ``suffix`` (small letters, with the dot) decides only where
  content does not.
- ``read_x`` yields each article as soon as it is read. An article that is one of many in its file has a ``part``: its
  native id, or ``part_of_text`` of its text, never a counter; the only article that such a file can hold has none.
- What is left out of a file (a draft, a broken record, a member that is an image) is yielded too, as a ``LeftOut`` with
  its ``part`` and a reason fit for the build report. ``Unreadable`` is raised only where nothing can be read, or
  nothing any more: what was yielded before stands, and the rest is reported.
- Dates are ``SeenDate``, with the words as they stand in the file and the name of the evidence, which has its place
  and confidence in ``CONFIDENCE`` of ``indexer/dating.py`` (and its line in docs/json-api.md and in
  ``webui/messages.py``). A day of change has the role "updated"; a day of capture or of loading, "bound".
- A container takes each member's size off ``source.budget`` *before or while* it unpacks it, and yields from
  ``source.member(name, data)``; a wrapper of a single file from ``source.wrapped(name, data)``. Both come back through
  the registry, so that every format can stand in every container; depth is bounded.
- Libraries that are slow to load are imported in the function that needs them.

No reader opens a file, goes to the network, follows a name out of its container, or loads an entity.
"""
