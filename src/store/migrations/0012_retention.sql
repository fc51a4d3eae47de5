-- In these orders plans and changes of things on sale are forgotten when they are old.
create index plans_by_age on plans (owner_id, finished_at) where finished_at is not null;

create index commands_about_offers_by_age on commands (owner_id, finished_at)
  where order_id is null and finished_at is not null;

create index plan_items_by_command on plan_items (command_id) where command_id is not null;

-- A plan that goes is looked for in those that undid it.
create index plans_by_undone on plans (undoes) where undoes is not null;
