import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import type { Schema } from '../../api/types.ts';
import { useFormat } from '../../language/format.ts';
import { useMe } from '../../session/me.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { NewPasswordDialog } from './new-password-dialog.tsx';
import { roleOf, useRoleChoices } from './roles.ts';
import { SettingsPage } from './settings-page.tsx';
import { useSettingsWords } from './settings-words.ts';
import { Waiting } from './waiting.tsx';

/** Who works for the business and what each may do. */
export function PeopleSheet() {
  const t = useSettingsWords();
  const [inviting, setInviting] = useState(false);
  return (
    <SettingsPage
      sheet="people"
      side={
        <Button look="primary" onClick={() => setInviting(true)}>
          <UserPlus aria-hidden="true" />
          {t('invite')}
        </Button>
      }
    >
      <People />
      {inviting ? <InviteDialog onInvited={forgetPeople} onClose={() => setInviting(false)} /> : null}
    </SettingsPage>
  );
}

function forgetPeople() {
  return queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/members'] });
}

function People() {
  const t = useSettingsWords();
  const query = queries.useQuery('get', '/api/v1/members');
  const [leaving, setLeaving] = useState<Schema<'Member'> | null>(null);
  const [forgetful, setForgetful] = useState<Schema<'Member'> | null>(null);
  const [promoted, setPromoted] = useState<{
    readonly member: Schema<'Member'>;
    readonly role: Schema<'Member'>['role'];
  } | null>(null);
  const change = queries.useMutation('patch', '/api/v1/members/{user_id}', {
    // The question stays until the list shows what came of it.
    onSuccess: async () => {
      await forgetPeople();
      setPromoted(null);
    },
    onError: forgetPeople,
  });
  const remove = queries.useMutation('delete', '/api/v1/members/{user_id}', {
    onSuccess: async () => {
      await forgetPeople();
      setLeaving(null);
    },
    onError: forgetPeople,
  });
  return (
    <>
      <p className="text-sm text-soft">{t('rolesHint')}</p>
      {query.error === null ? null : <TroubleNote error={query.error} onRetry={() => query.refetch()} />}
      <Panel>
        {query.isPending ? <Waiting /> : null}
        {query.data?.members.length === 0 ? (
          <EmptyState icon={<UserPlus />} title={t('nobody')}>
            {t('nobodyHint')}
          </EmptyState>
        ) : null}
        <ul className="divide-y divide-line">
          {query.data?.members.map((member) => (
            <MemberRow
              key={member.user_id}
              member={member}
              onRole={(role) => setPromoted({ member, role })}
              onPassword={() => setForgetful(member)}
              onRemove={() => setLeaving(member)}
            />
          ))}
        </ul>
      </Panel>
      {forgetful === null ? null : (
        <NewPasswordDialog member={forgetful} onGiven={forgetPeople} onClose={() => setForgetful(null)} />
      )}
      {promoted === null ? null : (
        <ConfirmDialog
          title={t('roleAsk', { name: promoted.member.name })}
          detail={t('roleAskHint', { role: t.word('role', promoted.role) })}
          deed={t('change')}
          look="primary"
          isBusy={change.isPending}
          error={change.error}
          onDo={() =>
            change.mutate({
              params: { path: { user_id: promoted.member.user_id } },
              body: { role: promoted.role },
            })
          }
          onClose={() => {
            change.reset();
            setPromoted(null);
          }}
        />
      )}
      {leaving === null ? null : (
        <ConfirmDialog
          title={t('removePerson')}
          detail={t('removePersonHint', { name: leaving.name })}
          deed={t('remove')}
          isBusy={remove.isPending}
          error={remove.error}
          onDo={() => remove.mutate({ params: { path: { user_id: leaving.user_id } } })}
          onClose={() => {
            remove.reset();
            setLeaving(null);
          }}
        />
      )}
    </>
  );
}

function MemberRow({
  member,
  onRole,
  onPassword,
  onRemove,
}: {
  readonly member: Schema<'Member'>;
  onRole(role: Schema<'Member'>['role']): void;
  onPassword(): void;
  onRemove(): void;
}) {
  const t = useSettingsWords();
  const format = useFormat();
  const me = useMe();
  const choices = useRoleChoices();
  const isMe = me.user?.email === member.email;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2.5 text-sm">
      <div className="min-w-0 flex-1 basis-full sm:basis-48">
        <p className="truncate font-medium">{isMe ? t('me', { name: member.name }) : member.name}</p>
        <p className="truncate text-2xs text-faint">
          {member.email} ·{' '}
          {member.last_seen_at === null
            ? t('notSignedIn')
            : t('lastSeen', { at: format.moment(member.last_seen_at) })}
        </p>
      </div>
      <Select
        label={t('roleOf', { name: member.name })}
        value={member.role}
        disabled={isMe}
        choices={choices}
        onChoose={(chosen) => onRole(roleOf(chosen))}
      />
      {isMe ? null : (
        <>
          <Button size="small" onClick={onPassword}>
            {t('newPassword')}
          </Button>
          <Button size="small" look="quiet" onClick={onRemove}>
            {t('remove')}
          </Button>
        </>
      )}
    </li>
  );
}
