import type { ReactNode } from 'react';
import type { Schema } from '../../api/types.ts';
import { CommandNote } from '../../desk/commands/command-note.tsx';
import { useCommandWords } from '../../desk/commands/command-words.ts';
import { useFormat } from '../../language/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { useActionName, useClaimWords } from './claim-words.ts';
import { useCurrencyOf } from './use-currency.ts';

type Claim = Schema<'ClaimDetail'>;
type Command = Claim['commands'][number];

interface Moment {
  readonly key: string;
  readonly at: string;
  readonly what: ReactNode;
  readonly more?: ReactNode;
}

/** What happened with the claim, what was asked for, and what was written to the buyer; the newest first. */
export function ClaimTimeline({ claim }: { readonly claim: Claim }) {
  const t = useClaimWords();
  const format = useFormat();
  const moments = useMoments(claim);
  return (
    <Panel title={t('timeline')}>
      <ol className="flex flex-col px-4 py-3">
        {moments.map(({ key, at, what, more }) => (
          <li key={key} className="flex gap-3 pb-3 text-sm last:pb-0">
            <time dateTime={at} className="numeric w-28 shrink-0 text-soft">
              {format.moment(at)}
            </time>
            <div className="min-w-0 flex-1">
              <div>{what}</div>
              {more}
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function useMoments(claim: Claim): readonly Moment[] {
  const t = useClaimWords();
  const nameOf = useActionName();
  const said = useCommandWords();
  const stateOf = (state: Claim['state'], native: string) =>
    state === null ? native : t.word('states', state);
  const changes = claim.history.map(
    ({ at, from_kind, to_kind, from_state, to_state, from_native, to_native }): Moment => {
      const to = `${t.word('kinds', to_kind)} ${stateOf(to_state, to_native)}`;
      return {
        key: `change ${at} ${to_native}`,
        at,
        what:
          from_native === null
            ? t('first', { state: to })
            : t('changed', {
                from: `${t.word('kinds', from_kind ?? to_kind)} ${stateOf(from_state, from_native)}`,
                to,
              }),
      };
    },
  );
  const asked = claim.commands.map(
    (command): Moment => ({
      key: `command ${command.id}`,
      at: command.created_at,
      what: `${nameOf(command.kind)} · ${said.word('state', command.state)}`,
      more: <Told command={command} />,
    }),
  );
  return [...changes, ...asked].sort((a, b) => b.at.localeCompare(a.at));
}

/** What the marketplace was told with an act, and why it is not done. */
function Told({ command }: { readonly command: Command }) {
  const t = useClaimWords();
  const format = useFormat();
  const currencyOf = useCurrencyOf();
  const { claim, shipment } = command;
  const told = [
    claim?.reason,
    claim?.fault == null ? null : t.word('faults', claim.fault),
    claim?.fee == null ? null : format.money(claim.fee, currencyOf(command.platform)),
    shipment === null ? null : `${shipment.carrier_code} ${shipment.invoice}`,
  ].filter((one) => one !== null && one !== undefined);
  return (
    <>
      {told.length === 0 ? null : <p className="text-soft">{told.join(' · ')}</p>}
      {claim?.text == null ? null : <blockquote className="text-soft">“{claim.text}”</blockquote>}
      {command.state === 'done' ? null : <CommandNote command={command} />}
    </>
  );
}
