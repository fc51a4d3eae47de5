/** The marketplace's own documents, for those who want to see them; without their personal parts. */
export function NativeDocuments({
  title,
  documents,
}: {
  readonly title: string;
  readonly documents: readonly { readonly key: string; readonly native: unknown }[];
}) {
  return (
    <details className="rounded-lg border border-line bg-surface">
      <summary className="cursor-pointer px-4 py-2.5 text-base font-semibold">{title}</summary>
      <div className="flex flex-col gap-3 border-t border-line p-4">
        {documents.map(({ key, native }) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach it
          <pre key={key} tabIndex={0} className="max-h-80 overflow-auto rounded-md bg-sunken p-3 text-2xs">
            {JSON.stringify(native, null, 2)}
          </pre>
        ))}
      </div>
    </details>
  );
}
