-- The unique keys on (owner_id, id) are read backwards for the newest first just as well.
drop index listings_in_order;

drop index product_imports_by_owner;
