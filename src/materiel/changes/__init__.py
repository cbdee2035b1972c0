"""What changed between two states of the data: for people, for programs, and as a patch."""
