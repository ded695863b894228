"""What people say of the records: accept, reject, edit, merge, split; kept beside the records, undone at will, outliving every reading."""
