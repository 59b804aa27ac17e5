"""What goes to a spreadsheet: domain values in; sheets of typed cells, and these as files, out."""
