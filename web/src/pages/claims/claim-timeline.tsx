import type { Schema } from '../../api/types.ts';
import { CommandNote } from '../../desk/commands/command-note.tsx';
import { useCommandWords } from '../../desk/commands/command-words.ts';
import { type Moment, Timeline } from '../../desk/timeline.tsx';
import { useFormat } from '../../language/format.ts';
import { useActionName, useClaimWords } from './claim-words.ts';
import { useCurrencyOf } from './use-currency.ts';

type Claim = Schema<'ClaimDetail'>;
type Command = Claim['commands'][number];

/** What happened with the claim, what was asked for, and what was written to the buyer. */
export function ClaimTimeline({ claim }: { readonly claim: Claim }) {
  const t = useClaimWords();
  return <Timeline title={t('timeline')} moments={useMoments(claim)} />;
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
  return [...changes, ...asked];
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
