import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

// Only what we draw with, and only when a chart is on the screen: this file is loaded then.
register([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

export type Drawing = EChartsType;

/** Begins a drawing in an element. */
export function startDrawing(element: HTMLElement): Drawing {
  return init(element, null, { renderer: 'canvas' });
}
