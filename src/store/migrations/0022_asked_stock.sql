-- A marketplace that asks whether goods are still there may name them by the seller's code only.
create index listings_by_seller_code on listings (account_id, seller_code) where seller_code is not null;
