import { useNavigate } from '@tanstack/react-router';
import { RefreshCw } from 'lucide-react';
import { useMemo, useState } from 'react';
import { SectionTabs } from '../../desk/section-tabs.tsx';
import { Page } from '../../frame/page.tsx';
import { useOfferDeeds } from '../../frame/palette-deeds.ts';
import { useMay } from '../../session/me.ts';
import { Button } from '../../ui/button.tsx';
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
  const open = search.tab ?? 'now';
  return (
    <Page
      title={t('title')}
      fill={open === 'logs'}
      side={
        mayStart ? (
          <Button look="primary" onClick={() => setStarting(true)}>
            <RefreshCw aria-hidden="true" />
            {t('start')}
          </Button>
        ) : null
      }
    >
      <SectionTabs
        label={t('title')}
        tabs={TABS.map((id) => ({ id, label: t.word('tabs', id) }))}
        open={open}
        // Filters belong to the sheet they were chosen on; only the shop goes along.
        onOpen={(tab) => go(readSyncSearch({ tab, shop: search.shop }))}
      />
      {open === 'logs' ? (
        <LogList search={search} onGo={go} />
      ) : (
        <div className="px-4 pt-4">
          {open === 'now' ? <NowSheet /> : null}
          {open === 'schedules' ? <ScheduleList /> : null}
          {open === 'commands' ? <CommandList search={search} onGo={go} /> : null}
        </div>
      )}
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
