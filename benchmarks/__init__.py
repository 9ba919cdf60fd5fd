"""How long building and searching take, beside other engines that answer the same questions over the same articles."""
