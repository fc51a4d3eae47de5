import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

export interface Series {
  readonly name: string;
  readonly kind: 'line' | 'bar';
  /** One for each category; null where nothing is known. */
  readonly values: readonly (number | null)[];
  /** Bars of the same stack stand on each other. */
  readonly stack?: string;
}

/** What a chart shows: values of one or more series over categories, mostly days. */
export interface Drawing {
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  /** How values are written: `useFormat().number`, or money of one currency. */
  format(value: number): string;
}

export interface Drawn {
  remove(): void;
}

/** Colours that are told apart in both themes, the first ones the most. */
const PALETTE = ['--accent', '--good', '--warn', '--danger', '--info', '--faint'];

/** Draws into an element and follows its size. */
export function draw(place: HTMLElement, { categories, series, format }: Drawing): Drawn {
  const styles = getComputedStyle(place);
  const colour = (name: string) => styles.getPropertyValue(name).trim();
  const text = { color: colour('--soft'), fontFamily: styles.fontFamily, fontSize: 12 };
  const chart = init(place, null, { renderer: 'canvas' });
  chart.setOption({
    animation: false,
    color: PALETTE.map(colour),
    textStyle: text,
    grid: { left: 8, right: 8, top: series.length > 1 ? 36 : 12, bottom: 4, containLabel: true },
    ...(series.length > 1
      ? { legend: { type: 'scroll', top: 0, left: 0, textStyle: text, itemHeight: 10 } }
      : {}),
    tooltip: {
      trigger: 'axis',
      // As HTML it would carry style attributes, which our content security policy refuses.
      renderMode: 'richText',
      backgroundColor: colour('--surface'),
      borderColor: colour('--line'),
      textStyle: { ...text, color: colour('--ink') },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? format(value) : '–'),
    },
    xAxis: {
      type: 'category',
      data: [...categories],
      axisLine: { lineStyle: { color: colour('--edge') } },
      axisTick: { show: false },
      axisLabel: { ...text, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      axisLabel: { ...text, formatter: (value: number) => format(value) },
      splitLine: { lineStyle: { color: colour('--line') } },
    },
    series: series.map(({ name, kind, values, stack }) => ({
      name,
      type: kind,
      data: [...values],
      ...(stack === undefined ? {} : { stack }),
      ...(kind === 'line'
        ? { showSymbol: values.length <= 31, lineStyle: { width: 2 } }
        : { barMaxWidth: 28 }),
    })),
  });
  const watch = new ResizeObserver(() => chart.resize());
  watch.observe(place);
  return {
    remove() {
      watch.disconnect();
      chart.dispose();
    },
  };
}
