import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { Answered } from '../../desk/answered.tsx';
import { useMay } from '../../session/me.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useInventoryWords } from './inventory-words.ts';

const again = () => queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/locations'] });

/** The places where goods lie; orders take from the default one. */
export function PlaceList() {
  const t = useInventoryWords();
  const mayChange = useMay('staff');
  const [name, setName] = useState('');
  const query = queries.useQuery('get', '/api/v1/locations');
  const add = queries.useMutation('post', '/api/v1/locations', {
    onSuccess: () => setName(''),
    onSettled: again,
  });
  const change = queries.useMutation('put', '/api/v1/locations/{id}', { onSettled: again });
  const error = add.error ?? change.error;
  return (
    <Panel title={t('places')}>
      <div className="flex flex-col gap-3 px-4 py-3">
        <Answered query={query} height="h-16">
          {({ locations }) => (
            <ul className="flex flex-col divide-y divide-line text-sm">
              {locations.map((place) => (
                <li key={place.id} className="flex min-h-10 items-center gap-2 py-1">
                  <span className="min-w-0 flex-1 truncate">{place.name}</span>
                  {place.is_default ? <Badge tone="accent">{t('defaultPlace')}</Badge> : null}
                  {mayChange && !place.is_default ? (
                    <Button
                      size="small"
                      busy={change.isPending}
                      onClick={() =>
                        change.mutate({
                          params: { path: { id: place.id } },
                          body: { name: place.name, is_default: true },
                        })
                      }
                    >
                      {t('makeDefault')}
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          )}
        </Answered>
        {error === null ? null : <TroubleNote error={error} />}
        {mayChange ? (
          <form
            className="flex flex-wrap items-end gap-2"
            onSubmit={(event) => {
              event.preventDefault();
              add.mutate({ body: { name } });
            }}
          >
            <div className="min-w-48 flex-1">
              <TextField
                label={t('newPlace')}
                value={name}
                maxLength={100}
                required
                onChange={(event) => setName(event.target.value)}
              />
            </div>
            <Button type="submit" busy={add.isPending} disabled={name.trim() === ''}>
              {t('addPlace')}
            </Button>
          </form>
        ) : null}
      </div>
    </Panel>
  );
}
