"""Pages about actors, one module per noun."""
