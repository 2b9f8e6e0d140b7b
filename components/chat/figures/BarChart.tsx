'use client';

import { useFormatter } from 'use-intl';
import { barPlot, labelledBars } from '#hooks/chat/plots.ts';

interface BarChartProps {
  values: readonly number[];
  /** Below a bar; only as many are shown as there is room for. */
  labelOf: (index: number) => string;
  /** What a bar says when the pointer rests on it. */
  titleOf: (index: number) => string;
}

const size = { width: 720, height: 180, gap: 0.28 };
/** Labels that stand side by side on a phone, too. */
const labelsMost = 8;

/** Counts as bars. Only a picture: whoever shows it puts the numbers beside it as a table. */
export function BarChart({ values, labelOf, titleOf }: BarChartProps) {
  const format = useFormatter();
  const { bars, ticks } = barPlot(values, size);
  return (
    <div aria-hidden="true" className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-11 text-ink-soft">
      <div className="flex h-45 flex-col justify-between text-end leading-none tabular-nums">
        {ticks.map((tick) => (
          <span key={tick}>{format.number(tick)}</span>
        ))}
      </div>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        preserveAspectRatio="none"
        className="h-45 w-full overflow-visible rtl:-scale-x-100"
        aria-hidden="true"
        focusable="false"
      >
        {ticks.map((tick, index) => (
          <line
            key={tick}
            x1={0}
            x2={size.width}
            y1={(index * size.height) / (ticks.length - 1)}
            y2={(index * size.height) / (ticks.length - 1)}
            vectorEffect="non-scaling-stroke"
            className="stroke-line"
          />
        ))}
        {bars.map(({ x, y, width, height }, index) => (
          <g key={x} className="fill-lagoon hover:fill-lagoon-hover">
            <title>{titleOf(index)}</title>
            <rect x={x} y={0} width={width} height={size.height} fill="transparent" />
            <rect x={x} y={y} width={width} height={height} />
          </g>
        ))}
      </svg>
      <span />
      <BarLabels count={values.length} labelOf={labelOf} />
    </div>
  );
}

/** Each label begins where its bar does. */
function BarLabels({ count, labelOf }: { count: number; labelOf: (index: number) => string }) {
  return (
    <div className="relative mt-1.5 h-4">
      {labelledBars(count, labelsMost).map((index) => (
        <span
          key={index}
          className="absolute top-0 whitespace-nowrap tabular-nums"
          style={{ insetInlineStart: `${(index / count) * 100}%` }}
        >
          {labelOf(index)}
        </span>
      ))}
    </div>
  );
}
