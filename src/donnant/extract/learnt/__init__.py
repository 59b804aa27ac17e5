"""What was learnt from the teaching reports: who stands on which side, and which drafts are claims."""
