import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { Schema } from '../../api/types.ts';
import { Badge } from '../../ui/badge.tsx';
import { Field, TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useCatalogueWords } from './catalogue-words.ts';
import { noticeKindOf, useNoticeKinds } from './notice-kind.ts';
import { ShopTrouble } from './shop-trouble.tsx';
import { useRequirements } from './use-requirements.ts';

type Requirements = Schema<'CategoryRequirements'>;
type Attribute = Requirements['attributes'][number];

interface Answers {
  readonly values: Readonly<Record<string, string>>;
  wrongAt(field: string): string | undefined;
  onChange(values: Readonly<Record<string, string>>): void;
}

/** What a category of the marketplace demands: required attributes first, then notices and certifications. */
export function RequiredFacts({
  shop,
  product,
  category,
  ...answers
}: {
  readonly shop: number;
  readonly product: Schema<'Product'>;
  readonly category: string | null;
} & Answers) {
  const t = useCatalogueWords();
  const { data, error, refetch } = useRequirements(shop, category);
  if (category === null) return <p className="px-4 py-4 text-sm text-soft">{t('categoryFirst')}</p>;
  return (
    <div className="flex flex-col gap-4 px-4 py-4">
      {error === null ? null : <TroubleNote error={error} onRetry={() => refetch()} />}
      {data?.trouble == null ? null : <ShopTrouble trouble={data.trouble} />}
      {data === undefined && error === null ? <Skeleton className="h-24" /> : null}
      {data?.requirements == null ? null : (
        <>
          <Attributes attributes={data.requirements.attributes} {...answers} />
          <Notices product={product} requirements={data.requirements} />
        </>
      )}
    </div>
  );
}

function Attributes({ attributes, ...answers }: { readonly attributes: readonly Attribute[] } & Answers) {
  const t = useCatalogueWords();
  const needed = attributes.filter(({ required, group }) => required || group !== null);
  const others = attributes.filter((one) => !needed.includes(one));
  return (
    <>
      {attributes.length === 0 ? <p className="text-sm text-soft">{t('noAttributes')}</p> : null}
      {needed.length === 0 ? null : (
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
          {needed.map((one) => (
            <AttributeField key={one.key} attribute={one} {...answers} />
          ))}
        </div>
      )}
      {others.length === 0 ? null : (
        <details>
          <summary className="text-sm text-soft">{t('moreAttributes', { count: others.length })}</summary>
          <div className="grid grid-cols-1 gap-4 pt-3 sm:grid-cols-2">
            {others.map((one) => (
              <AttributeField key={one.key} attribute={one} {...answers} />
            ))}
          </div>
        </details>
      )}
    </>
  );
}

function AttributeField({
  attribute: { key, label, required, kind, choices, open, unit },
  values,
  wrongAt,
  onChange,
}: { readonly attribute: Attribute } & Answers) {
  const t = useCatalogueWords();
  const list = useId();
  const value = values[key] ?? '';
  const name = `${label}${unit === null ? '' : ` (${unit})`}${required ? ` · ${t('required')}` : ''}`;
  const error = wrongAt(`attributes.${key}`);
  const put = (text: string) => onChange({ ...values, [key]: text });
  if (choices.length > 0 && !open)
    return (
      <Field label={name} error={error}>
        {(bound) => (
          <Select
            {...bound}
            className="h-9"
            value={value}
            onChoose={put}
            choices={[
              { value: '', label: t('notSaid') },
              ...choices.map((choice) => ({ value: choice, label: choice })),
            ]}
          />
        )}
      </Field>
    );
  return (
    <>
      <TextField
        label={name}
        value={value}
        type={kind === 'date' ? 'date' : 'text'}
        inputMode={kind === 'number' ? 'decimal' : undefined}
        list={choices.length === 0 ? undefined : list}
        onChange={({ target }) => put(target.value)}
        error={error}
      />
      {choices.length === 0 ? null : (
        <datalist id={list}>
          {choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** Facts of the statutory notice and certifications belong to the product: what lacks is said with the way there. */
function Notices({
  product,
  requirements: { notices, certifications, option_names },
}: {
  readonly product: Schema<'Product'>;
  readonly requirements: Requirements;
}) {
  const t = useCatalogueWords();
  const { notice } = product;
  const kinds = useNoticeKinds();
  const told = notice === null ? [] : [notice.kind, noticeKindOf(kinds, notice.kind)?.code];
  const form = notices.find(({ kind, code, label }) =>
    [kind, code, label].some((name) => name !== null && told.includes(name)),
  );
  const demanded = certifications.filter(({ required }) => required);
  return (
    <div className="flex flex-col gap-2 text-sm">
      {notices.length === 0 ? null : (
        <p>
          {form === undefined
            ? t('chooseNotice', { list: notices.map(({ label }) => label).join(', ') })
            : t('noticeIs', { kind: form.label })}
        </p>
      )}
      {demanded.length === 0 ? null : (
        <p className="flex flex-wrap items-center gap-1">
          {t('needsCertifications')}
          {demanded.map(({ kind, label }) => (
            <Badge
              key={kind}
              tone={product.certifications.some((one) => one.kind === kind) ? 'good' : 'warn'}
            >
              {label}
            </Badge>
          ))}
        </p>
      )}
      {option_names === null ? null : (
        <p className="text-soft">{t('optionNamesMayBe', { list: option_names.join(', ') })}</p>
      )}
      {notices.length === 0 && demanded.length === 0 ? null : (
        <Link
          to="/catalogue/$productId"
          params={{ productId: String(product.id) }}
          className="self-start text-accent hover:underline"
        >
          {t('fixInProduct')}
        </Link>
      )}
    </div>
  );
}
