"""Audio and recognition: what is heard, on which channel, and when. No Qt; knows nothing of rules."""
