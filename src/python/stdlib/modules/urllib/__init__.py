"""URLs: taking them apart, nothing more."""
