-- Statements are separated by empty lines.

-- The language that the desk speaks to people who have not chosen one.
alter table owners add column language text not null default 'ko' check (language in ('ko', 'en', 'ru', 'uz'));

-- How somebody likes to see one table of the desk: filters under names, and which columns are hidden.
create table desk_places (
  owner_id bigint not null references owners (id) on delete cascade,
  -- As the audit trail names them: a person, or a program.
  actor text not null,
  place text not null,
  views jsonb not null default '[]',
  -- Null: the usual ones.
  hidden_columns jsonb,
  primary key (owner_id, actor, place)
);

select guard_owner_rows('desk_places');
