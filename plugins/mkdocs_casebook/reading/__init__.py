"""From text to the model and its problems. Nothing here raises on what an author wrote."""
