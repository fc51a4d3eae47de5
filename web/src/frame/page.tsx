import { type ReactNode, useEffect } from 'react';
import { useFrameWords } from './frame-words.ts';

/** A page's heading and content; also the name of the browser's tab. */
export function Page({
  title,
  side,
  children,
  fill = false,
}: {
  readonly title: string;
  /** What stands at the end of the heading: the page's main deeds. */
  readonly side?: ReactNode;
  readonly children: ReactNode;
  /** Takes the whole height, for a page whose table scrolls by itself. */
  readonly fill?: boolean;
}) {
  const t = useFrameWords();
  useEffect(() => {
    document.title = `${title} · ${t('name')}`;
  }, [title, t]);
  return (
    <div className={fill ? 'flex h-full flex-col' : 'mx-auto flex max-w-6xl flex-col pb-10'}>
      <div className="flex min-h-13 shrink-0 flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2">
        <h1 className="line-clamp-3 max-w-full min-w-fit flex-1 text-lg font-semibold wrap-anywhere">
          {title}
        </h1>
        {side === undefined || side === null ? null : (
          <div className="flex flex-wrap items-center gap-2">{side}</div>
        )}
      </div>
      {children}
    </div>
  );
}
