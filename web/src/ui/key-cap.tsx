/** A key of the keyboard, as it is written in hints. */
export function KeyCap({ children }: { readonly children: string }) {
  return (
    <kbd className="inline-flex h-5 min-w-5 items-center justify-center rounded border border-line bg-sunken px-1 font-sans text-2xs text-soft">
      {children}
    </kbd>
  );
}
