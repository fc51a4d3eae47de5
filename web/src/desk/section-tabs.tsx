import { classNames } from '../ui/class-names.ts';

/** The parts of a section, each with an address of its own. */
export function SectionTabs<Id extends string>({
  label,
  tabs,
  open,
  onOpen,
}: {
  readonly label: string;
  readonly tabs: readonly { readonly id: Id; readonly label: string }[];
  readonly open: Id;
  onOpen(id: Id): void;
}) {
  return (
    <nav aria-label={label} className="flex shrink-0 gap-4 overflow-x-auto border-b border-line px-4">
      {tabs.map(({ id, label: name }) => (
        <button
          key={id}
          type="button"
          aria-current={id === open ? 'page' : undefined}
          onClick={() => onOpen(id)}
          className={classNames(
            'border-b-2 px-0.5 py-2 text-sm whitespace-nowrap hover:text-ink',
            id === open ? 'border-accent font-medium text-ink' : 'border-transparent text-soft',
          )}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}
