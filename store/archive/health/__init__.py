"""The health of an archive: what its doctor looks at, one room for each kind of file."""
