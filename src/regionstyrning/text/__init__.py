"""Words and figures that know no record: sentences, numbers, tables, trees, escaping."""
