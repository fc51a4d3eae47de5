import { controlClass } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { useAccounts } from '../use-accounts.ts';
import { DUE, type Due } from './due.ts';
import { useListWords } from './list-words.ts';

/** Narrows a list to one connected shop. */
export function ShopFilter({
  shop,
  onChoose,
}: {
  readonly shop: string | undefined;
  onChoose(shop: string | undefined): void;
}) {
  const t = useListWords();
  const accounts = useAccounts();
  return (
    <ChoiceFilter
      label={t('shop')}
      every={t('everyShop')}
      value={shop}
      choices={accounts.map(({ id, name }) => ({ value: String(id), label: name }))}
      onChoose={onChoose}
    />
  );
}

/** Narrows a list to one of a set; the first choice is everything. */
export function ChoiceFilter<Value extends string>({
  label,
  every,
  value,
  choices,
  onChoose,
}: {
  readonly label: string;
  readonly every: string;
  readonly value: Value | undefined;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  onChoose(value: Value | undefined): void;
}) {
  return (
    <Select
      label={label}
      value={value ?? ''}
      onChoose={(chosen) => onChoose(choices.find((choice) => choice.value === chosen)?.value)}
      choices={[{ value: '', label: every }, ...choices]}
    />
  );
}

/** Narrows a list by its deadlines. */
export function DueFilter({
  label,
  due,
  onChoose,
}: {
  readonly label: string;
  readonly due: Due | undefined;
  onChoose(due: Due | undefined): void;
}) {
  const t = useListWords();
  return (
    <ChoiceFilter
      label={label}
      every={t('everyDue')}
      value={due}
      choices={DUE.map((one) => ({ value: one, label: t.word('dues', one) }))}
      onChoose={onChoose}
    />
  );
}

/** The first and the last day of a list. */
export function DayRangeFilter({
  labels,
  from,
  to,
  onChoose,
}: {
  readonly labels: { readonly from: string; readonly to: string };
  readonly from: string | undefined;
  readonly to: string | undefined;
  onChoose(days: { readonly from: string | undefined; readonly to: string | undefined }): void;
}) {
  return (
    <div className="flex items-center gap-1">
      <DayField label={labels.from} day={from} onChoose={(day) => onChoose({ from: day, to })} />
      <span className="text-faint" aria-hidden="true">
        –
      </span>
      <DayField label={labels.to} day={to} onChoose={(day) => onChoose({ from, to: day })} />
    </div>
  );
}

function DayField({
  label,
  day,
  onChoose,
}: {
  readonly label: string;
  readonly day: string | undefined;
  onChoose(day: string | undefined): void;
}) {
  return (
    <input
      type="date"
      aria-label={label}
      title={label}
      value={day ?? ''}
      onChange={(event) => onChoose(event.target.value || undefined)}
      className={`${controlClass} h-8 min-w-0 text-sm max-md:flex-1 md:w-36`}
    />
  );
}
