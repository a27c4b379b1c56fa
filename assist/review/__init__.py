"""Looking back at recorded calls: what was said, flagged, shown and used. No Qt, no audio."""
