"""Who may do what with the records: people, sign-in, roles, and what two different people must agree to."""
