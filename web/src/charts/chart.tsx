import { useEffect, useRef, useState } from 'react';
import { useTheme } from '../frame/theme.ts';
import { useLanguage } from '../language/language.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import type { Drawing, Drawn } from './drawing.ts';

/**
 * Draws a chart. The library comes when the first one is shown. A chart is a picture: say in `label` what it shows, and
 * put the table with the same numbers beside or behind it.
 */
export function Chart({
  label,
  drawing,
  height = 280,
}: {
  readonly label: string;
  /** Keep it the same object while nothing changes (`useMemo`). */
  readonly drawing: Drawing;
  readonly height?: number;
}) {
  const place = useRef<HTMLDivElement>(null);
  const [isReady, setReady] = useState(false);
  const theme = useTheme();
  const language = useLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: colours come from the theme, formats from the language
  useEffect(() => {
    let drawn: Drawn | undefined;
    let isGone = false;
    import('./drawing.ts').then(({ draw }) => {
      if (isGone || place.current === null) return;
      drawn = draw(place.current, drawing);
      setReady(true);
    });
    return () => {
      isGone = true;
      drawn?.remove();
    };
  }, [drawing, theme, language]);
  return (
    <div className="relative" style={{ height }}>
      {isReady ? null : <Skeleton className="absolute inset-0" />}
      <div ref={place} role="img" aria-label={label} className="absolute inset-0" />
    </div>
  );
}
