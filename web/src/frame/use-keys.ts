import { useEffect, useRef } from 'react';

export type KeyDeeds = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const TYPING = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"]';

/**
 * Does something when a key is pressed: `j`, `Enter`, `mod+k` (Ctrl, or Cmd on a Mac). Keys without `mod` are left
 * alone while somebody types, and all of them while a dialog or a menu is open. `last` comes after everybody else's.
 */
export function useKeys(deeds: KeyDeeds, { last = false }: { readonly last?: boolean } = {}): void {
  const latest = useRef(deeds);
  latest.current = deeds;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey) return;
      const mod = event.ctrlKey || event.metaKey;
      const deed = latest.current[mod ? `mod+${latinKey(event).toLowerCase()}` : latinKey(event)];
      if (deed === undefined) return;
      if (document.querySelector('[role="dialog"], [role="menu"]') !== null) return;
      if (!mod && event.target instanceof Element && event.target.closest(TYPING) !== null) return;
      event.preventDefault();
      deed(event);
    };
    document.addEventListener('keydown', onKey, { capture: !last });
    return () => document.removeEventListener('keydown', onKey, { capture: !last });
  }, [last]);
}

/** The key as it is named here: where Korean or Russian is typed, the letter `j` comes as `ㅓ` or `о`, or as one being composed. */
function latinKey({ key, code, shiftKey }: KeyboardEvent): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  const isForeign = key === 'Process' || (key.length === 1 && key > '~');
  if (letter === undefined || !isForeign) return key;
  return shiftKey ? letter : letter.toLowerCase();
}
