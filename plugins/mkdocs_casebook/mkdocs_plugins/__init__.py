"""The MkDocs plugins: the only room that knows MkDocs."""
