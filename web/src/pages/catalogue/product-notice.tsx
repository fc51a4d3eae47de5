import { Plus, Trash2 } from 'lucide-react';
import { fieldMessage } from '../../api/problem.ts';
import { currentLanguage } from '../../language/language.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextField } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { useCatalogueWords } from './catalogue-words.ts';
import type { FormPart } from './form-part.ts';
import { noticeKindOf, useNoticeKinds } from './notice-kind.ts';
import { ProductCertifications } from './product-certifications.tsx';

/** What sellers write, and shoppers read, everywhere for a fact that the description tells. */
const SEE_DESCRIPTION = '상품 상세설명 참조';

/** The statutory notice of product facts: the kind of goods, and the facts that the law wants of it. */
export function ProductNotice(part: FormPart) {
  const { draft, change, error } = part;
  const t = useCatalogueWords();
  const kinds = useNoticeKinds();
  const kind = noticeKindOf(kinds, draft.noticeKind);
  const wanted = kind?.facts ?? [];
  const { facts } = draft;
  const toldOf = (name: string) => facts.find(({ key }) => key === name)?.value ?? '';
  const put = (name: string, value: string) =>
    change({
      facts: facts.some(({ key }) => key === name)
        ? facts.map((one) => (one.key === name ? { key: name, value } : one))
        : [...facts, { key: name, value }],
    });
  const empty = wanted.filter((name) => toldOf(name).trim() === '');
  return (
    <Panel title={t('noticeAndCertifications')}>
      <div className="flex flex-col gap-4 px-4 py-4">
        <div className="grid items-start grid-cols-1 gap-4 sm:grid-cols-2">
          <Field label={t('noticeKind')} hint={t('noticeHint')} error={fieldMessage(error, 'notice.kind')}>
            {(bound) => (
              <Select
                {...bound}
                className="h-9"
                value={kind?.code ?? draft.noticeKind}
                onChoose={(noticeKind) => change({ noticeKind })}
                choices={[
                  { value: '', label: t('notSaid') },
                  // A kind that a marketplace has and the law's list has not.
                  ...(draft.noticeKind !== '' && kind === undefined
                    ? [{ value: draft.noticeKind, label: draft.noticeKind }]
                    : []),
                  ...kinds.map(({ code, names }) => ({
                    value: code,
                    label: names[currentLanguage()],
                  })),
                ]}
              />
            )}
          </Field>
          {empty.length === 0 ? null : (
            <div className="sm:pt-6">
              <Button
                onClick={() =>
                  change({
                    facts: [
                      ...facts.filter(({ key }) => !empty.includes(key)),
                      ...empty.map((key) => ({ key, value: SEE_DESCRIPTION })),
                    ],
                  })
                }
              >
                {t('fillFacts', { count: empty.length })}
              </Button>
            </div>
          )}
        </div>
        {wanted.length === 0 ? null : (
          <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
            {wanted.map((name) => (
              <TextField
                key={name}
                label={name}
                value={toldOf(name)}
                onChange={({ target }) => put(name, target.value)}
                error={fieldMessage(error, `notice.facts.${name}`)}
              />
            ))}
          </div>
        )}
        {draft.noticeKind === '' ? null : <OwnFacts {...part} wanted={wanted} />}
        <ProductCertifications {...part} />
      </div>
    </Panel>
  );
}

/** Facts beside those of the law's list, named by the seller. */
function OwnFacts({
  draft: { facts },
  change,
  error,
  wanted,
}: FormPart & { readonly wanted: readonly string[] }) {
  const t = useCatalogueWords();
  const put = (at: number, fields: Partial<(typeof facts)[number]>) =>
    change({ facts: facts.map((one, nth) => (nth === at ? { ...one, ...fields } : one)) });
  return (
    <>
      {facts.map((fact, at) =>
        wanted.includes(fact.key) ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is typed has no other name
          <div key={at} className="flex items-end gap-2">
            <div className="w-1/3">
              <TextField
                label={t('factName')}
                value={fact.key}
                onChange={({ target }) => put(at, { key: target.value })}
              />
            </div>
            <div className="min-w-0 flex-1">
              <TextField
                label={t('factValue')}
                value={fact.value}
                onChange={({ target }) => put(at, { value: target.value })}
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
        ),
      )}
      <div>
        <Button size="small" onClick={() => change({ facts: [...facts, { key: '', value: '' }] })}>
          <Plus aria-hidden="true" />
          {t('addFact')}
        </Button>
      </div>
    </>
  );
}
