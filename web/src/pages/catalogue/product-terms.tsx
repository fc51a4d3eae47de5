import { Plus, Trash2 } from 'lucide-react';
import { fieldMessage } from '../../api/problem.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextArea, TextField } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { useCatalogueWords } from './catalogue-words.ts';
import type { FormPart } from './form-part.ts';

const FEES = [
  ['deliveryFee', 'delivery_fee'],
  ['freeFrom', 'free_delivery_from'],
  ['returnFee', 'return_fee'],
  ['exchangeFee', 'exchange_fee'],
  ['remoteFee', 'remote_area_fee'],
  ['leavesWithin', 'leaves_within_days'],
] as const;
const ORIGINS = ['', 'domestic', 'imported', 'see_description'] as const;

/** How it is sent and sent back, where it comes from, and whom buyers ask. */
export function ProductTerms({ draft, change, error }: FormPart) {
  const t = useCatalogueWords();
  return (
    <Panel title={t('terms')}>
      <div className="grid gap-4 px-4 py-4 sm:grid-cols-3">
        <Field label={t('deliveryType')} error={fieldMessage(error, 'delivery_type')}>
          {(bound) => (
            <Select
              {...bound}
              className="h-9"
              value={draft.deliveryType}
              onChoose={(type) => change({ deliveryType: type === 'DIRECT' ? 'DIRECT' : 'DELIVERY' })}
              choices={(['DELIVERY', 'DIRECT'] as const).map((type) => ({
                value: type,
                label: t.word('deliveryTypes', type),
              }))}
            />
          )}
        </Field>
        <TextField
          label={t('carrier')}
          placeholder="CJ대한통운"
          value={draft.carrier}
          onChange={({ target }) => change({ carrier: target.value })}
          error={fieldMessage(error, 'carrier')}
        />
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

/** The statutory notice of product facts, and certifications. */
export function ProductNotice({ draft, change, error }: FormPart) {
  const t = useCatalogueWords();
  const { facts, certifications } = draft;
  return (
    <Panel title={t('noticeAndCertifications')}>
      <div className="flex flex-col gap-4 px-4 py-4">
        <TextField
          label={t('noticeKind')}
          hint={t('noticeHint')}
          placeholder="의류"
          value={draft.noticeKind}
          onChange={({ target }) => change({ noticeKind: target.value })}
          error={fieldMessage(error, 'notice.kind')}
        />
        {facts.map((fact, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is typed has no other name
          <div key={at} className="flex items-end gap-2">
            <div className="w-1/3">
              <TextField
                label={t('factName')}
                value={fact.key}
                onChange={({ target }) =>
                  change({
                    facts: facts.map((one, nth) => (nth === at ? { ...one, key: target.value } : one)),
                  })
                }
              />
            </div>
            <div className="min-w-0 flex-1">
              <TextArea
                label={t('factValue')}
                className="min-h-9"
                rows={1}
                value={fact.value}
                onChange={({ target }) =>
                  change({
                    facts: facts.map((one, nth) => (nth === at ? { ...one, value: target.value } : one)),
                  })
                }
                error={fieldMessage(error, `notice.facts.${fact.key}`)}
              />
            </div>
            <IconButton
              label={t('removeFact', { name: fact.key })}
              onClick={() => change({ facts: facts.filter((_, nth) => nth !== at) })}
            >
              <Trash2 aria-hidden="true" />
            </IconButton>
          </div>
        ))}
        {certifications.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is typed has no other name
          <div key={at} className="flex flex-wrap items-end gap-2">
            {(['kind', 'number', 'agency'] as const).map((name) => (
              <div key={name} className="min-w-32 flex-1">
                <TextField
                  label={t.word('certification', name)}
                  value={one[name]}
                  onChange={({ target }) =>
                    change({
                      certifications: certifications.map((each, nth) =>
                        nth === at ? { ...each, [name]: target.value } : each,
                      ),
                    })
                  }
                  error={fieldMessage(error, `certifications[${at}].${name}`)}
                />
              </div>
            ))}
            <IconButton
              label={t('removeCertification', { nth: at + 1 })}
              onClick={() => change({ certifications: certifications.filter((_, nth) => nth !== at) })}
            >
              <Trash2 aria-hidden="true" />
            </IconButton>
          </div>
        ))}
        <div className="flex flex-wrap gap-2">
          <Button size="small" onClick={() => change({ facts: [...facts, { key: '', value: '' }] })}>
            <Plus aria-hidden="true" />
            {t('addFact')}
          </Button>
          <Button
            size="small"
            onClick={() =>
              change({ certifications: [...certifications, { kind: '', number: '', agency: '' }] })
            }
          >
            <Plus aria-hidden="true" />
            {t('addCertification')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
