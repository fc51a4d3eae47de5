-- A shop's linked items are read in the order of their ids, and its unlinked ones queue in it. An index that held when an
-- item was last read had every reading of numbers write all the others anew.
create index listing_items_by_account on listing_items (account_id, linked, id) where gone_at is null;

drop index listing_items_to_read;

drop index listing_items_unlinked_by_account;
