-- Why a target was turned down before anything was sent, in words of our own and in every language: `{"ko": …, "en": …}`.
alter table command_items add column says jsonb;

alter table notification_settings drop constraint notification_settings_language_check;

alter table notification_settings add constraint notification_settings_language_check
  check (language in ('ko', 'en', 'ru', 'uz'));

-- Sentences that were kept when not everything was said in every language: in English where one was missing.
alter table publications no force row level security;

create function in_every_language(faults jsonb) returns jsonb language sql immutable as $$
  select coalesce(jsonb_agg(f || jsonb_build_object('message',
    jsonb_build_object('ru', f -> 'message' -> 'en', 'uz', f -> 'message' -> 'en') || (f -> 'message'))), '[]')
  from jsonb_array_elements(faults) f
$$;

update publications set faults = in_every_language(faults), warnings = in_every_language(warnings)
where faults <> '[]' or warnings <> '[]';

drop function in_every_language(jsonb);

alter table publications force row level security;
