"""Small shared widgets; they know the theme and nothing of calls."""
