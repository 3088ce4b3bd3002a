"""Figures about cases, drawn when the site is built: each beside, or inside, the table it shows."""
