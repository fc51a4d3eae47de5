import { useAccounts } from '../../desk/use-accounts.ts';
import { Button } from '../../ui/button.tsx';
import { controlClass } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import {
  COMMAND_GROUPS,
  COMMAND_KINDS,
  RUN_STATUSES,
  readSyncSearch,
  SYNC_TYPES,
  type SyncSearch,
} from './sync-search.ts';
import { useSyncWords } from './sync-words.ts';

/** By what logs or commands are chosen; each list has filters of its own beside shop and days. */
export function ListFilters({
  list,
  search,
  onGo,
}: {
  readonly list: 'logs' | 'commands';
  readonly search: SyncSearch;
  onGo(search: SyncSearch): void;
}) {
  const t = useSyncWords();
  const accounts = useAccounts();
  const set = (name: keyof SyncSearch, value: string) =>
    onGo(readSyncSearch({ ...search, [name]: value || undefined }));
  const isNarrowed = Object.keys(search).some((name) => name !== 'tab');
  return (
    <fieldset
      className="grid w-full grid-cols-2 items-center gap-2 md:flex md:w-auto md:flex-wrap"
      aria-label={t('filters')}
    >
      <Select
        className="col-span-2"
        label={t('shop')}
        value={search.shop ?? ''}
        onChoose={(shop) => set('shop', shop)}
        choices={[
          { value: '', label: t('everyShop') },
          ...accounts.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
      />
      {list === 'logs' ? (
        <>
          <Select
            label={t('result')}
            value={search.status ?? ''}
            onChoose={(status) => set('status', status)}
            choices={[
              { value: '', label: t('everyResult') },
              ...RUN_STATUSES.map((value) => ({ value, label: t.word('runStatus', value) })),
            ]}
          />
          <Select
            label={t('what')}
            value={search.type ?? ''}
            onChoose={(type) => set('type', type)}
            choices={[
              { value: '', label: t('everyType') },
              ...SYNC_TYPES.map((value) => ({ value, label: t.word('syncType', value) })),
            ]}
          />
        </>
      ) : (
        <>
          <Select
            label={t('result')}
            value={search.state ?? ''}
            onChoose={(state) => set('state', state)}
            choices={[
              { value: '', label: t('everyResult') },
              ...COMMAND_GROUPS.map((value) => ({ value, label: t.word('commandGroups', value) })),
            ]}
          />
          <Select
            label={t('what')}
            value={search.kind ?? ''}
            onChoose={(kind) => set('kind', kind)}
            choices={[
              { value: '', label: t('everyType') },
              ...COMMAND_KINDS.map((value) => ({ value, label: t.word('commandKind', value) })),
            ]}
          />
        </>
      )}
      {(['from', 'to'] as const).map((name) => (
        <input
          key={name}
          type="date"
          aria-label={t(name === 'from' ? 'fromDay' : 'toDay')}
          value={search[name] ?? ''}
          onChange={(event) => set(name, event.target.value)}
          className={`${controlClass} h-8 min-w-0 text-sm md:w-36`}
        />
      ))}
      {isNarrowed ? (
        <Button look="quiet" onClick={() => onGo(readSyncSearch({ tab: search.tab }))}>
          {t('clearFilters')}
        </Button>
      ) : null}
    </fieldset>
  );
}
