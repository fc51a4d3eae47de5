import { Link, useNavigate } from '@tanstack/react-router';
import { Download, FileUp, PackagePlus } from 'lucide-react';
import { useMay } from '../../session/me.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { useCatalogueWords } from './catalogue-words.ts';

/** Adding one product, and all of them by a file. */
export function CatalogueFiles() {
  const t = useCatalogueWords();
  const navigate = useNavigate();
  const mayAct = useMay('staff');
  if (!mayAct) return null;
  return (
    <>
      <Menu
        trigger={
          <button type="button" className={buttonClass('plain')}>
            <Download aria-hidden="true" />
            <span className="max-md:sr-only">{t('export')}</span>
          </button>
        }
      >
        {(['xlsx', 'csv'] as const).map((format) => (
          <MenuItem key={format} onSelect={() => location.assign(`/api/v1/products/export?format=${format}`)}>
            {t.word('fileKinds', format)}
          </MenuItem>
        ))}
      </Menu>
      <Button onClick={() => navigate({ to: '/catalogue/import' })}>
        <FileUp aria-hidden="true" />
        <span className="max-md:sr-only">{t('import')}</span>
      </Button>
      <Link to="/catalogue/new" className={buttonClass('primary')}>
        <PackagePlus aria-hidden="true" />
        {t('newProduct')}
      </Link>
    </>
  );
}
