-- Statements are separated by empty lines.

-- Lines that sellers know by a number of their own, as Naver's product orders of 16 digits; elsewhere a line's number counts
-- within its order (`1`) or is put together (`box:item`), and is looked for by nobody.
create index order_lines_by_number on order_lines (account_id, native_line_id)
  where native_line_id ~ '^[0-9]{12,}$';
