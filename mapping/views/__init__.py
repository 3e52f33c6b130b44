"""Pages about collaborations and the map, one module per subject."""
