import { Columns3 } from 'lucide-react';
import { buttonClass } from '../ui/button.tsx';
import { Menu, MenuCheck } from '../ui/menu.tsx';
import { useDeskWords } from './desk-words.ts';

/** Chooses which columns of a table are shown. */
export function ColumnMenu({
  columns,
  hidden,
  onHide,
}: {
  readonly columns: readonly { readonly id: string; readonly title: string }[];
  readonly hidden: readonly string[];
  onHide(hidden: readonly string[]): void;
}) {
  const t = useDeskWords();
  return (
    <Menu
      trigger={
        <button type="button" className={buttonClass('plain')}>
          <Columns3 aria-hidden="true" />
          <span className="max-md:sr-only">{t('columns')}</span>
        </button>
      }
    >
      {columns.map(({ id, title }) => (
        <MenuCheck
          key={id}
          checked={!hidden.includes(id)}
          onToggle={(shown) => onHide(shown ? hidden.filter((name) => name !== id) : [...hidden, id])}
        >
          {title}
        </MenuCheck>
      ))}
    </Menu>
  );
}
