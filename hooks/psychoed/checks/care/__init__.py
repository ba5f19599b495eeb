"""Claims and their evidence, ketamine, and what readers need beside a hard topic."""
