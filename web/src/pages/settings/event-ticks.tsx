import type { EventKind, MailedKind } from './event-kinds.ts';
import { useSettingsWords } from './settings-words.ts';
import { TickLine } from './tick-line.tsx';

/** Which kinds of events are told. */
export function EventTicks<Kind extends EventKind | MailedKind>({
  label,
  kinds,
  chosen,
  disabled = false,
  onChoose,
}: {
  readonly label: string;
  readonly kinds: readonly Kind[];
  readonly chosen: readonly Kind[];
  readonly disabled?: boolean;
  onChoose(chosen: readonly Kind[]): void;
}) {
  const t = useSettingsWords();
  const nameOf = (kind: EventKind | MailedKind) => t.word('event', kind);
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      <div className="grid grid-cols-1 gap-x-4 sm:grid-cols-2">
        {kinds.map((kind) => (
          <TickLine
            key={kind}
            label={nameOf(kind)}
            checked={chosen.includes(kind)}
            disabled={disabled}
            onCheck={(on) => onChoose(on ? [...chosen, kind] : chosen.filter((one) => one !== kind))}
          />
        ))}
      </div>
    </fieldset>
  );
}
