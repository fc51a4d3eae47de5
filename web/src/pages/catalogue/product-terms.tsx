import { everyOf } from '../../api/every.ts';
import { fieldMessage } from '../../api/problem.ts';
import { useEveryCarrier } from '../../desk/carriers/use-carriers.ts';
import { Field, TextField } from '../../ui/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { useCatalogueWords } from './catalogue-words.ts';
import type { FormPart } from './form-part.ts';
import type { ProductDraft } from './product-draft.ts';

const FEES = [
  ['deliveryFee', 'delivery_fee'],
  ['freeFrom', 'free_delivery_from'],
  ['returnFee', 'return_fee'],
  ['exchangeFee', 'exchange_fee'],
  ['remoteFee', 'remote_area_fee'],
  ['leavesWithin', 'leaves_within_days'],
] as const;
const ORIGINS = everyOf<ProductDraft['originKind']>()(['', 'domestic', 'imported', 'see_description']);
const DELIVERY_TYPES = everyOf<ProductDraft['deliveryType']>()(['DELIVERY', 'DIRECT']);

/** How it is sent and sent back, where it comes from, and whom buyers ask. */
export function ProductTerms({ draft, change, error }: FormPart) {
  const t = useCatalogueWords();
  const carriers = useEveryCarrier();
  return (
    <Panel title={t('terms')}>
      <div className="grid grid-cols-1 gap-4 px-4 py-4 sm:grid-cols-3">
        <Field label={t('deliveryType')} error={fieldMessage(error, 'delivery_type')}>
          {(bound) => (
            <Select
              {...bound}
              className="h-9"
              value={draft.deliveryType}
              onChoose={(type) =>
                change({ deliveryType: DELIVERY_TYPES.find((one) => one === type) ?? draft.deliveryType })
              }
              choices={DELIVERY_TYPES.map((type) => ({
                value: type,
                label: t.word('deliveryTypes', type),
              }))}
            />
          )}
        </Field>
        <Field label={t('carrier')} error={fieldMessage(error, 'carrier')}>
          {(bound) => (
            <Select
              {...bound}
              className="h-9"
              value={draft.carrier}
              onChoose={(carrier) => change({ carrier })}
              choices={[
                { value: '', label: t('notSaid') },
                ...(draft.carrier === '' || carriers.some(({ value }) => value === draft.carrier)
                  ? []
                  : [{ value: draft.carrier, label: draft.carrier }]),
                ...carriers,
              ]}
            />
          )}
        </Field>
        {FEES.map(([name, field]) => (
          <TextField
            key={name}
            label={t(name)}
            inputMode="numeric"
            value={draft[name]}
            onChange={({ target }) => change({ [name]: target.value })}
            error={fieldMessage(error, field)}
          />
        ))}
        <Field label={t('origin')} error={fieldMessage(error, 'origin.kind')}>
          {(bound) => (
            <Select
              {...bound}
              className="h-9"
              value={draft.originKind}
              onChoose={(kind) => change({ originKind: ORIGINS.find((one) => one === kind) ?? '' })}
              choices={ORIGINS.map((kind) => ({
                value: kind,
                label: kind === '' ? t('notSaid') : t.word('origins', kind),
              }))}
            />
          )}
        </Field>
        <TextField
          label={t('madeIn')}
          value={draft.madeIn}
          onChange={({ target }) => change({ madeIn: target.value })}
          error={fieldMessage(error, 'origin.made_in')}
        />
        <TextField
          label={t('importer')}
          value={draft.importer}
          onChange={({ target }) => change({ importer: target.value })}
          error={fieldMessage(error, 'origin.importer')}
        />
        <TextField
          label={t('servicePhone')}
          inputMode="tel"
          value={draft.servicePhone}
          onChange={({ target }) => change({ servicePhone: target.value })}
          error={fieldMessage(error, 'after_service.phone')}
        />
        <div className="sm:col-span-2">
          <TextField
            label={t('serviceText')}
            value={draft.serviceText}
            onChange={({ target }) => change({ serviceText: target.value })}
            error={fieldMessage(error, 'after_service.text')}
          />
        </div>
      </div>
    </Panel>
  );
}
