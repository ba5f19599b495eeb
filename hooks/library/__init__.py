"""What the clinic wrote, as typed values: first in the flow library → checks → views → publishing."""
