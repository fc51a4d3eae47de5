import type { Role } from '../../session/me.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { roleOf, useRoleChoices } from './roles.ts';
import { useSettingsWords } from './settings-words.ts';

/** What somebody or some program may do. */
export function RoleField({ role, onRole }: { readonly role: Role; onRole(role: Role): void }) {
  const t = useSettingsWords();
  const choices = useRoleChoices();
  return (
    <Field label={t('roleLabel')}>
      {(bound) => (
        <Select
          {...bound}
          className="h-9 w-full"
          value={role}
          choices={choices}
          onChoose={(chosen) => onRole(roleOf(chosen))}
        />
      )}
    </Field>
  );
}
