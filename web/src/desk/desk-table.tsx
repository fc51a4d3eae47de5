import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useKeys } from '../frame/use-keys.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { classNames } from '../ui/class-names.ts';
import { useDeskWords } from './desk-words.ts';
import type { Selection } from './selection.ts';
import { TableRow } from './table-row.tsx';
import { useNarrow } from './use-narrow.ts';

export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  /** A track of a CSS grid: `7rem`, `minmax(12rem, 2fr)`. */
  readonly width: string;
  readonly align?: 'right';
  /** How the rows are sorted by this column, and what a click on its title makes of that. */
  readonly sort?: { readonly now: 'ascending' | 'descending' | 'none'; turn(): void };
  cell(row: Row): ReactNode;
}

export interface DeskTableProps<Row> {
  /** What it is a table of; read out. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  keyOf(row: Row): number;
  /** A row in two lines, for phones. */
  narrow(row: Row): ReactNode;
  /** Pixels, where rows are to be higher than usual: in the table, and on phones. */
  readonly height?: { readonly wide: number; readonly narrow: number };
  readonly selection?: Selection;
  onOpen?(row: Row): void;
  readonly hasMore: boolean;
  /** Called when the end comes into sight. */
  onEnd(): void;
  /** Shown in place of rows. */
  readonly empty?: ReactNode;
}

const HEIGHT = { wide: 38, narrow: 72 };
const OVERSCAN = 12;
const BAR = 76;
/** Pixels of the titles, which stay above the rows. */
const TITLES = 32;
/** So many rows before the end the next page is asked for. */
const AHEAD = 60;

/**
 * A dense table that draws only the rows in sight, however many there are. Keys: `j` and `k` or the arrows move, `x`
 * selects, `X` selects all from there to here, `*` whatever is loaded, `Enter` opens, `Escape` selects nothing.
 */
export function DeskTable<Row>(props: DeskTableProps<Row>) {
  const { label, columns, rows, keyOf, narrow, selection, onOpen, hasMore, onEnd, empty } = props;
  const { height = HEIGHT } = props;
  const t = useDeskWords();
  const isNarrow = useNarrow();
  const box = useRef<HTMLDivElement>(null);
  const { at, active, point } = useActiveRow(rows, keyOf);
  /** The row on which `x` was pressed last. */
  const [mark, setMark] = useState<number | null>(null);
  const rowHeight = isNarrow ? height.narrow : height.wide;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    // The bar of deeds floats over the end.
    paddingEnd: BAR,
    // The row that keys are about is not hidden: rows begin below the titles, and the bar lies over the last ones.
    scrollPaddingEnd: (isNarrow ? 0 : TITLES) + ((selection?.size ?? 0) > 0 ? BAR : 0),
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are measured anew when their height changes
  useEffect(() => virtual.measure(), [rowHeight]);
  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (hasMore && lastShown >= rows.length - AHEAD) onEnd();
  }, [hasMore, lastShown, rows.length, onEnd]);
  const move = (by: number) => {
    if (rows.length === 0) return;
    const next = Math.min(Math.max((at ?? (by > 0 ? -1 : rows.length)) + by, 0), rows.length - 1);
    const row = rows[next];
    if (row !== undefined) point(next, keyOf(row));
    // Enter is about the row now, and no longer about the button that was pressed before.
    if (box.current?.contains(document.activeElement) === false) box.current.focus({ preventScroll: true });
    virtual.scrollToIndex(next, { align: 'auto' });
  };
  const select = () => {
    if (active === undefined) return;
    selection?.toggle(keyOf(active));
    setMark(keyOf(active));
  };
  const selectTo = () => {
    if (at === null) return;
    const marked = rows.findIndex((row) => keyOf(row) === mark);
    const from = marked < 0 ? at : marked;
    selection?.add(rows.slice(Math.min(from, at), Math.max(from, at) + 1).map(keyOf));
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    x: select,
    ...(selection === undefined ? {} : { X: selectTo, '*': () => selection.set(rows.map(keyOf)) }),
    Escape: () => selection?.clear(),
    Enter: (event) => {
      const onLink = event.target instanceof Element && event.target.closest('a, button') !== null;
      if (onLink && event.target instanceof HTMLElement) event.target.click();
      else if (active !== undefined) onOpen?.(active);
    },
  });
  const tracks = `${selection === undefined ? '' : '2.5rem '}${columns.map(({ width }) => width).join(' ')}`;
  return (
    <div
      ref={box}
      role="grid"
      aria-label={label}
      aria-rowcount={hasMore ? -1 : rows.length + 1}
      aria-activedescendant={active === undefined ? undefined : `row-${keyOf(active)}`}
      aria-multiselectable={selection !== undefined}
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        move(event.key === 'ArrowDown' ? 1 : -1);
      }}
      className="min-h-0 flex-1 overflow-auto border-t border-line bg-surface outline-offset-[-2px]"
    >
      <div
        role="row"
        className={
          isNarrow
            ? 'sr-only'
            : 'sticky top-0 z-10 grid h-8 w-max min-w-full items-center border-b border-line bg-sunken text-2xs font-medium text-soft'
        }
        style={{ gridTemplateColumns: tracks }}
      >
        {selection === undefined ? null : (
          <div role="columnheader" className="flex justify-center">
            <Checkbox
              label={t('selectAll')}
              checked={rows.length > 0 && selection.size >= rows.length}
              partly={selection.size > 0 && selection.size < rows.length}
              onCheck={(checked) => (checked ? selection.set(rows.map(keyOf)) : selection.clear())}
            />
          </div>
        )}
        {columns.map(({ id, title, align, sort }) => (
          <div
            key={id}
            role="columnheader"
            aria-sort={sort?.now}
            className={classNames('truncate px-2', align === 'right' && 'text-right')}
          >
            {sort === undefined || isNarrow ? title : <SortTitle title={title} sort={sort} />}
          </div>
        ))}
      </div>
      {rows.length === 0 ? (
        <div role="row">
          <div role="gridcell">{empty}</div>
        </div>
      ) : (
        <div role="rowgroup" className="relative w-max min-w-full" style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, key, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <TableRow
                key={key}
                columns={columns}
                keyOf={keyOf}
                narrow={narrow}
                onSelect={selection?.toggle}
                isSelected={selection?.has(keyOf(row)) ?? false}
                onOpen={onOpen}
                row={row}
                index={index}
                start={start}
                tracks={tracks}
                height={rowHeight}
                isNarrow={isNarrow}
                isActive={index === at}
                onPoint={point}
              />
            );
          })}
        </div>
      )}
    </div>
  );
}

/**
 * The row that keys are about. It stays the same row when others come in above it, and gives its place to the next when it
 * leaves the list.
 */
function useActiveRow<Row>(rows: readonly Row[], keyOf: (row: Row) => number) {
  const [pointed, setPointed] = useState<{ readonly at: number; readonly key: number } | null>(null);
  const at = useMemo(() => {
    if (pointed === null || rows.length === 0) return null;
    const there = rows[pointed.at];
    if (there !== undefined && keyOf(there) === pointed.key) return pointed.at;
    const moved = rows.findIndex((row) => keyOf(row) === pointed.key);
    return moved >= 0 ? moved : Math.min(pointed.at, rows.length - 1);
  }, [pointed, rows, keyOf]);
  const point = useCallback((index: number, key: number) => setPointed({ at: index, key }), []);
  return { at, active: at === null ? undefined : rows[at], point };
}

function SortTitle({
  title,
  sort,
}: {
  readonly title: string;
  readonly sort: NonNullable<Column<never>['sort']>;
}) {
  const Arrow = SORT_ARROWS[sort.now];
  return (
    <button
      type="button"
      onClick={sort.turn}
      className="inline-flex items-center gap-1 rounded hover:text-ink"
    >
      {title}
      <Arrow className="size-3" aria-hidden="true" />
    </button>
  );
}

const SORT_ARROWS = { ascending: ArrowUp, descending: ArrowDown, none: ArrowUpDown } as const;
