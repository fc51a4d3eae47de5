import { ROLES, type Role } from '../../session/me.ts';
import type { Choice } from '../../ui/select.tsx';
import { useSettingsWords } from './settings-words.ts';

/** The roles with what each may do, to choose from. */
export function useRoleChoices(): readonly Choice[] {
  const t = useSettingsWords();
  return ROLES.map((role) => ({ value: role, label: t.word('role', role) }));
}

/** The role that was chosen; the weakest for anything else. */
export function roleOf(chosen: string): Role {
  return ROLES.find((role) => role === chosen) ?? 'viewer';
}
