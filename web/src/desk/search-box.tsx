import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useKeys } from '../frame/use-keys.ts';
import { controlClass } from '../ui/field.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { useDeskWords } from './desk-words.ts';

/** So long after the last key the list is asked for, unless `Enter` asks at once. */
const PAUSE_MS = 250;

/** Narrows a list by words. `/` leads into it, `Escape` out of it. */
export function SearchBox({
  value,
  hint,
  onSearch,
}: {
  readonly value: string;
  readonly hint: string;
  onSearch(text: string): void;
}) {
  const t = useDeskWords();
  const [text, setText] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const said = useRef(value);
  useEffect(() => {
    // The address says otherwise now: a saved view was chosen, or one went back.
    if (value === said.current) return;
    said.current = value;
    setText(value);
  }, [value]);
  const search = () => {
    if (text.trim() === said.current) return;
    said.current = text.trim();
    onSearch(text.trim());
  };
  const soon = useRef(search);
  soon.current = search;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every key begins the pause anew
  useEffect(() => {
    const waiting = setTimeout(() => soon.current(), PAUSE_MS);
    return () => clearTimeout(waiting);
  }, [text]);
  useKeys({ '/': () => field.current?.select() });
  return (
    <search className="relative w-full min-w-48 md:w-80">
      <Search className="absolute top-2 left-2.5 size-4 text-faint" aria-hidden="true" />
      <input
        ref={field}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        aria-label={hint}
        placeholder={hint}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') field.current?.blur();
          if (event.key === 'Enter') search();
        }}
        className={`${controlClass} h-8 w-full pr-8 pl-8`}
      />
      {text === '' ? (
        <span className="absolute top-1.5 right-2 max-md:hidden">
          <KeyCap>/</KeyCap>
        </span>
      ) : (
        <button
          type="button"
          aria-label={t('clearSearch')}
          onClick={() => {
            setText('');
            field.current?.focus();
          }}
          className="absolute top-1 right-1 inline-flex size-6 items-center justify-center rounded text-soft hover:bg-sunken"
        >
          <X className="size-4" aria-hidden="true" />
        </button>
      )}
    </search>
  );
}
