"""Case data and the contact gate: who may be called, when, how often, and why not."""
