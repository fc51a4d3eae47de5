import { useNavigate } from '@tanstack/react-router';
import { RefreshCw } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Page } from '../../frame/page.tsx';
import { useOfferDeeds } from '../../frame/palette-deeds.ts';
import { useMay } from '../../session/me.ts';
import { Button } from '../../ui/button.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { CommandList } from './command-list.tsx';
import { LogList } from './log-list.tsx';
import { NowSheet } from './now-sheet.tsx';
import { ScheduleList } from './schedule-list.tsx';
import { StartDialog } from './start-dialog.tsx';
import { readSyncSearch, type SyncSearch, TABS } from './sync-search.ts';
import { useSyncWords } from './sync-words.ts';

/** What is being read and sent, when, and what came of it. */
export function SyncPage({ search }: { readonly search: SyncSearch }) {
  const t = useSyncWords();
  const navigate = useNavigate();
  const mayStart = useMay('staff');
  const [isStarting, setStarting] = useState(false);
  const go = (next: SyncSearch) => navigate({ to: '/sync', search: readSyncSearch({ ...next }) });
  useOfferDeeds(
    useMemo(
      () =>
        mayStart
          ? [{ id: 'sync-start', label: t('start'), also: 'sync read now', run: () => setStarting(true) }]
          : [],
      [mayStart, t],
    ),
  );
  const contents = {
    now: <NowSheet />,
    schedules: <ScheduleList />,
    logs: <LogList search={search} onGo={go} />,
    commands: <CommandList search={search} onGo={go} />,
  } as const;
  return (
    <Page
      title={t('title')}
      side={
        mayStart ? (
          <Button look="primary" onClick={() => setStarting(true)}>
            <RefreshCw aria-hidden="true" />
            {t('start')}
          </Button>
        ) : null
      }
    >
      <div className="px-4">
        <Tabs
          label={t('title')}
          open={search.tab ?? 'now'}
          // Filters belong to the sheet they were chosen on; only the shop goes along.
          onOpen={(tab) => go(readSyncSearch({ tab, shop: search.shop }))}
          tabs={TABS.map((id) => ({ id, label: t.word('tabs', id), content: contents[id] }))}
        />
      </div>
      {isStarting ? (
        <StartDialog
          onClose={() => setStarting(false)}
          onStarted={() => {
            setStarting(false);
            go({ tab: 'now' });
          }}
        />
      ) : null}
    </Page>
  );
}
