"""What is wrong with the library: each check returns every Problem it finds, and never logs or raises."""
