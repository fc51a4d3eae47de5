import { Bookmark, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, buttonClass } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu, MenuItem, MenuLine, MenuTitle } from '../ui/menu.tsx';
import { useUiWords } from '../ui/ui-words.ts';
import { useDeskPlace } from './desk-place.ts';
import { useDeskWords } from './desk-words.ts';

/** Filters under a name. */
interface View {
  readonly name: string;
  readonly search: string;
}

/** Keeps the filters of a page under names, for whoever is signed in. A view is what stands behind `?` in the address. */
export function SavedViews({
  place,
  search,
  onOpen,
}: {
  /** The page: `orders`. */
  readonly place: string;
  readonly search: string;
  onOpen(search: string): void;
}) {
  const t = useDeskWords();
  const { place: kept, keep: keepPlace } = useDeskPlace(place);
  const views: readonly View[] = kept?.views ?? [];
  const [asking, setAsking] = useState<'name' | 'remove' | null>(null);
  const keep = (change: (kept: readonly View[]) => readonly View[]) =>
    keepPlace((place) => ({ views: [...change(place.views)] }));
  return (
    <>
      <Menu
        trigger={
          <button type="button" className={buttonClass('plain')}>
            <Bookmark aria-hidden="true" />
            <span className="max-md:sr-only">{t('views')}</span>
          </button>
        }
      >
        {views.length === 0 ? <MenuTitle>{t('noViews')}</MenuTitle> : null}
        {views.map((view) => (
          <MenuItem key={view.name} onSelect={() => onOpen(view.search)}>
            {view.name}
          </MenuItem>
        ))}
        <MenuLine />
        <MenuItem onSelect={() => setAsking('name')}>{t('saveView')}</MenuItem>
        {views.length === 0 ? null : (
          <MenuItem onSelect={() => setAsking('remove')}>{t('removeViews')}</MenuItem>
        )}
      </Menu>
      {asking === 'name' ? (
        <NameDialog
          onClose={() => setAsking(null)}
          onName={(name) => keep((all) => [...all.filter((view) => view.name !== name), { name, search }])}
        />
      ) : null}
      <Dialog open={asking === 'remove'} onClose={() => setAsking(null)} title={t('removeViews')}>
        <ul className="flex flex-col divide-y divide-line">
          {views.map(({ name }) => (
            <li key={name} className="flex items-center gap-2 py-1">
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <IconButton
                label={t('removeView', { name })}
                onClick={() => keep((all) => all.filter((view) => view.name !== name))}
              >
                <Trash2 aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}

function NameDialog({ onClose, onName }: { onClose(): void; onName(name: string): void }) {
  const t = useDeskWords();
  const ui = useUiWords();
  const [name, setName] = useState('');
  return (
    <Dialog open onClose={onClose} title={t('saveView')} description={t('saveViewHint')}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          onName(name.trim());
          onClose();
        }}
      >
        <TextField
          label={t('viewName')}
          required
          maxLength={40}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" look="primary" disabled={name.trim() === ''}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
