"""The meaning layer: a small trained classifier that may raise *possible* and agree with weak rules."""
