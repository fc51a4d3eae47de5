import { queries } from '../../api/client.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { useSettingsWords } from './settings-words.ts';

/** By whom: the people and the programs of the business by their names, and what the hub does by itself. */
export function AuditActorField({
  actor,
  onChoose,
}: {
  /** As the trail names it: `user:f81d`, `token:3`, `hub`, `admin`; empty is everybody. */
  readonly actor: string;
  onChoose(actor: string): void;
}) {
  const t = useSettingsWords();
  const people = queries.useQuery('get', '/api/v1/members').data?.members ?? [];
  const tokens = queries.useQuery('get', '/api/v1/api-tokens').data?.api_tokens ?? [];
  const known = [
    { value: '', label: t('everybody') },
    ...people.map(({ user_id, name }) => ({ value: `user:${user_id}`, label: name })),
    ...tokens.map(({ id, name }) => ({ value: `token:${id}`, label: `${t('token')} · ${name}` })),
    { value: 'hub', label: t('byHub') },
    { value: 'admin', label: t('byAdmin') },
  ];
  // An address may name somebody who has left, or a token that was revoked.
  const isKnown = known.some(({ value }) => value === actor);
  return (
    <Field label={t.word('auditFilter', 'actor')}>
      {(bound) => (
        <Select
          {...bound}
          className="h-9 w-full"
          value={actor}
          choices={isKnown ? known : [...known, { value: actor, label: actor }]}
          onChoose={onChoose}
        />
      )}
    </Field>
  );
}
