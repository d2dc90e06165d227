import { Button, Segmented } from 'antd';
import type { EChartsCoreOption } from 'echarts/core';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTheme } from '../../app/theme.ts';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/dictionary.ts';
import { Icon } from '../icon.tsx';
import type { Drawing } from './draw.ts';
import { type Palette, readPalette } from './palette.ts';

/** What is drawn, in the words of echarts. */
export type ChartOption = EChartsCoreOption;

/** The same figures as a table: what is read by who cannot see the chart, and by who wants both. */
export interface ChartTable {
  head: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

interface Props {
  /** States the finding: 「合格率连续三个季度上升」. */
  title: string;
  source: string;
  asOf: string;
  table: ChartTable;
  /** What is drawn; colours come from the palette. Tooltips are drawn too: the page takes no inline styles. */
  option(palette: Palette): EChartsCoreOption;
  height?: number;
  /** Opens what was pressed: a number is a link. */
  onPress?(event: { name: string; data: unknown; dataIndex: number }): void;
}

/** A chart with all that makes it readable: finding, unit, source, date, table, picture. */
export function Chart(props: Props): ReactNode {
  const { title, source, asOf, table, height = 260 } = props;
  const words = useWords(commonWords);
  const [shown, setShown] = useState<'chart' | 'table'>('chart');
  const canvas = useRef<HTMLDivElement>(null);
  const drawing = useDrawing(canvas, props, shown === 'chart');
  const titleId = useId();
  const save = () => {
    const url = drawing.current?.getDataURL({
      pixelRatio: 2,
      backgroundColor: readPalette().paper,
    });
    if (url) download(url, `${title}.png`);
  };
  return (
    <figure className="chart" aria-labelledby={titleId}>
      <div className="chart-head">
        <h3 id={titleId}>{title}</h3>
        <div className="chart-acts">
          <Segmented<'chart' | 'table'>
            size="small"
            value={shown}
            onChange={setShown}
            options={[
              { value: 'chart', label: words.chartView },
              { value: 'table', label: words.tableView },
            ]}
          />
          <Button
            size="small"
            type="text"
            aria-label={`${words.savePng}: ${title}`}
            title={words.savePng}
            disabled={shown === 'table'}
            icon={<Icon name="download" size={15} />}
            onClick={save}
          />
        </div>
      </div>
      {shown === 'chart' ? (
        <div
          ref={canvas}
          className="chart-canvas"
          style={{ height }}
          role="img"
          aria-label={title}
        />
      ) : (
        <ChartFigures table={table} title={title} />
      )}
      <figcaption className="quiet">
        {words.source(source)} · {words.asOf(asOf)}
      </figcaption>
    </figure>
  );
}

function ChartFigures({ table, title }: { table: ChartTable; title: string }): ReactNode {
  return (
    <div className="table-scroll" role="region" aria-label={title} tabIndex={0}>
      <table>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {table.head.map((name, index) => (
              <th key={name} scope="col" data-align={index > 0 ? 'end' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={String(row[0])}>
              {row.map((cell, index) => (
                <td key={table.head[index]} data-align={index > 0 ? 'end' : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Loads what draws, draws, and draws again when size, theme or figures change. */
function useDrawing(
  canvas: React.RefObject<HTMLDivElement | null>,
  { option, onPress }: Props,
  isShown: boolean,
): React.RefObject<Drawing | null> {
  const { isDark } = useTheme();
  const drawing = useRef<Drawing | null>(null);
  const latest = useRef({ option, onPress });
  latest.current = { option, onPress };
  useEffect(() => {
    const element = canvas.current;
    if (!isShown || element === null) return;
    let isGone = false;
    const size = new ResizeObserver(() => drawing.current?.resize());
    const begin = async () => {
      const { startDrawing } = await import('./draw.ts');
      if (isGone || drawing.current !== null) return;
      drawing.current = startDrawing(element);
      drawing.current.setOption(dressed(latest.current.option(readPalette())));
      drawing.current.on('click', (event) => {
        const { name, data, dataIndex } = event as Parameters<NonNullable<Props['onPress']>>[0];
        latest.current.onPress?.({ name, data, dataIndex });
      });
      size.observe(element);
    };
    // What draws is as large as all else: it comes when a chart is about to be seen.
    const sight = new IntersectionObserver(
      (seen) => {
        if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
        sight.disconnect();
        void begin();
      },
      { rootMargin: '100px' },
    );
    sight.observe(element);
    // Printed is also what was not scrolled to.
    addEventListener('beforeprint', begin);
    return () => {
      isGone = true;
      sight.disconnect();
      removeEventListener('beforeprint', begin);
      size.disconnect();
      drawing.current?.dispose();
      drawing.current = null;
    };
  }, [canvas, isShown, isDark]);
  useEffect(() => {
    drawing.current?.setOption(dressed(option(readPalette())), { notMerge: true });
  });
  return drawing;
}

/** What every chart has: our type, no motion, tooltips drawn on the canvas. */
function dressed(option: EChartsCoreOption): EChartsCoreOption {
  const { ink, paper, line } = readPalette();
  const tooltip = option['tooltip'] as object | undefined;
  return {
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: ink },
    ...option,
    tooltip: {
      confine: true,
      backgroundColor: paper,
      borderColor: line,
      textStyle: { color: ink, fontSize: 13 },
      ...tooltip,
      renderMode: 'richText',
    },
  };
}

function download(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
