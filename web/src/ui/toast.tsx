import { Toast as Radix } from 'radix-ui';
import { useSyncExternalStore } from 'react';
import { classNames } from './class-names.ts';
import { useUiWords } from './ui-words.ts';

export interface Message {
  readonly tone: 'good' | 'danger' | 'plain';
  readonly title: string;
  readonly detail?: string | undefined;
  readonly action?: { readonly label: string; run(): void } | undefined;
}

interface Shown extends Message {
  readonly id: number;
}

const SHOWN_MS = 7_000;
const EDGES = { good: 'border-l-good', danger: 'border-l-danger', plain: 'border-l-accent' } as const;

let shown: readonly Shown[] = [];
let last = 0;
const listeners = new Set<() => void>();

/** Tells something in passing, in a corner of the desk. What a person must not miss belongs into the page. */
export function showToast(message: Message): void {
  last += 1;
  set([...shown, { ...message, id: last }].slice(-3));
}

function set(next: readonly Shown[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The corner itself. */
export function Toasts() {
  const messages = useSyncExternalStore(follow, () => shown);
  const t = useUiWords();
  return (
    <Radix.Provider duration={SHOWN_MS} label={t('notice')} swipeDirection="right">
      {messages.map((message) => (
        <Radix.Root
          key={message.id}
          onOpenChange={(open) => (open ? undefined : set(shown.filter(({ id }) => id !== message.id)))}
          className={classNames(
            'flex items-start gap-3 rounded-lg border border-l-4 border-line bg-surface px-3 py-2.5 shadow-float',
            EDGES[message.tone],
          )}
        >
          <div className="min-w-0 flex-1">
            <Radix.Title className="text-sm font-medium">{message.title}</Radix.Title>
            {message.detail === undefined ? null : (
              <Radix.Description className="text-sm text-soft">{message.detail}</Radix.Description>
            )}
          </div>
          {message.action === undefined ? null : (
            <Radix.Action
              altText={message.action.label}
              onClick={message.action.run}
              className="shrink-0 text-sm font-medium text-accent hover:underline"
            >
              {message.action.label}
            </Radix.Action>
          )}
        </Radix.Root>
      ))}
      <Radix.Viewport className="fixed right-4 bottom-4 z-50 flex w-[min(24rem,calc(100vw-2rem))] flex-col gap-2" />
    </Radix.Provider>
  );
}
