/** Upper bounds of what a request took, in seconds. */
const BOUNDS = [0.01, 0.03, 0.1, 0.3, 1, 3, 10];

/** One number of the service: `xunwang_inspections{state="queued"} 3`. */
export interface Gauge {
  name: string;
  help: string;
  labels: Record<string, string>;
  value: number;
}

interface Taken {
  buckets: number[];
  count: number;
  seconds: number;
}

/**
 * What was asked of this process and how long it took, by route; told with other numbers in the
 * text form of Prometheus.
 */
export class RequestMetrics {
  readonly #taken = new Map<string, Taken>();

  observe(request: { method: string; route: string; status: number; tookMs: number }): void {
    const { method, route, status, tookMs } = request;
    const key = labelsOf({ method, route, status: String(status) });
    const taken = this.#taken.get(key) ?? { buckets: BOUNDS.map(() => 0), count: 0, seconds: 0 };
    this.#taken.set(key, taken);
    const seconds = tookMs / 1000;
    taken.count += 1;
    taken.seconds += seconds;
    for (const [order, bound] of BOUNDS.entries()) {
      if (seconds <= bound) taken.buckets[order] = (taken.buckets[order] ?? 0) + 1;
    }
  }

  /** All of it, with the gauges of the moment. */
  text(gauges: readonly Gauge[]): string {
    const name = 'xunwang_request_seconds';
    const lines = [`# HELP ${name} what requests took`, `# TYPE ${name} histogram`];
    for (const [labels, { buckets, count, seconds }] of this.#taken) {
      for (const [order, bound] of BOUNDS.entries()) {
        lines.push(`${name}_bucket{${labels},le="${bound}"} ${buckets[order]}`);
      }
      lines.push(`${name}_bucket{${labels},le="+Inf"} ${count}`);
      lines.push(`${name}_sum{${labels}} ${seconds}`, `${name}_count{${labels}} ${count}`);
    }
    const told = new Set<string>();
    for (const gauge of gauges) {
      const head = [`# HELP ${gauge.name} ${gauge.help}`, `# TYPE ${gauge.name} gauge`];
      if (!told.has(gauge.name)) lines.push(...head);
      told.add(gauge.name);
      const labels = labelsOf(gauge.labels);
      lines.push(`${gauge.name}${labels === '' ? '' : `{${labels}}`} ${gauge.value}`);
    }
    return `${lines.join('\n')}\n`;
  }
}

function labelsOf(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`)
    .join(',');
}
