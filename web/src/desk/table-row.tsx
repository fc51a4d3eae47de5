import { memo, type ReactNode } from 'react';
import { Checkbox } from '../ui/checkbox.tsx';
import { classNames } from '../ui/class-names.ts';
import type { DeskTableProps } from './desk-table.tsx';
import { useDeskWords } from './desk-words.ts';
import type { Selection } from './selection.ts';

interface TableRowProps<Row> extends Pick<DeskTableProps<Row>, 'columns' | 'keyOf' | 'narrow'> {
  /** Absent where nothing can be selected. */
  readonly onSelect: Selection['toggle'] | undefined;
  readonly isSelected: boolean;
  readonly onOpen: DeskTableProps<Row>['onOpen'] | undefined;
  readonly row: Row;
  readonly index: number;
  readonly start: number;
  readonly tracks: string;
  readonly height: number;
  readonly isNarrow: boolean;
  readonly isActive: boolean;
  onPoint(index: number, key: number): void;
}

/** Scrolling moves the window over rows; those that stay in it, and have not changed, are not drawn again. */
export const TableRow: <Row>(props: TableRowProps<Row>) => ReactNode = memo(DrawnRow);

function DrawnRow<Row>(props: TableRowProps<Row>) {
  const {
    row,
    index,
    start,
    tracks,
    height,
    columns,
    keyOf,
    narrow,
    onSelect,
    isSelected,
    isNarrow,
    isActive,
    onPoint,
    onOpen,
  } = props;
  const t = useDeskWords();
  const key = keyOf(row);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys
    <div
      role="row"
      tabIndex={-1}
      id={`row-${key}`}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      onClick={(event) => {
        onPoint(index, key);
        const onControl =
          event.target instanceof Element && event.target.closest('a, button, input, label') !== null;
        if (!onControl && isNarrow) onOpen?.(row);
      }}
      onDoubleClick={() => onOpen?.(row)}
      className={classNames(
        'absolute top-0 left-0 grid w-full items-center border-b border-line text-sm',
        isSelected ? 'bg-selected' : 'hover:bg-hover',
        isActive && 'shadow-[inset_3px_0_0_var(--accent)]',
      )}
      style={{
        height,
        transform: `translateY(${start}px)`,
        gridTemplateColumns: isNarrow ? (onSelect === undefined ? '1fr' : '2.75rem minmax(0, 1fr)') : tracks,
      }}
    >
      {onSelect === undefined ? null : (
        <div role="gridcell" className="h-full">
          {/* The whole cell can be pressed. */}
          <label className="flex h-full items-center justify-center" htmlFor={`select-${key}`}>
            <Checkbox
              id={`select-${key}`}
              label={t('select')}
              checked={isSelected}
              onCheck={() => onSelect(key)}
            />
          </label>
        </div>
      )}
      {isNarrow ? (
        <div role="gridcell" className={classNames('min-w-0 pr-3', onSelect === undefined && 'pl-4')}>
          {narrow(row)}
        </div>
      ) : (
        columns.map(({ id, align, cell }) => (
          <div
            key={id}
            role="gridcell"
            className={classNames('min-w-0 truncate px-2', align === 'right' && 'text-right')}
          >
            {cell(row)}
          </div>
        ))
      )}
    </div>
  );
}
