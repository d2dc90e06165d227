import { z } from '@hono/zod-openapi';

interface Described {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Described[];
  oneOf?: Described[];
  properties?: Record<string, Described>;
  required?: string[];
  items?: Described;
  minItems?: number;
  minLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  format?: string;
  pattern?: string;
}

/** The least body that a schema takes: so that a request is refused for its sender, not its form. */
export function sampleBody(schema: z.ZodType): unknown {
  return leastOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Described);
}

function leastOf(shape: Described): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  const choice = (shape.anyOf ?? shape.oneOf)?.[0];
  if (choice) return leastOf(choice);
  const type = Array.isArray(shape.type) ? shape.type[0] : shape.type;
  switch (type) {
    case 'object':
      return leastObject(shape);
    case 'array':
      return Array.from({ length: shape.minItems ?? 0 }, () => leastOf(shape.items ?? {}));
    case 'integer':
    case 'number':
      return Math.max(shape.minimum ?? 1, (shape.exclusiveMinimum ?? 0) + 1);
    case 'boolean':
      return true;
    case 'string':
      return leastText(shape);
    default:
      return {};
  }
}

function leastObject({ properties = {}, required = [] }: Described): Record<string, unknown> {
  return Object.fromEntries(required.map((name) => [name, leastOf(properties[name] ?? {})]));
}

function leastText({ format, minLength = 1 }: Described): string {
  if (format === 'date') return '2030-01-02';
  if (format === 'date-time') return '2030-01-02T03:04:05.000Z';
  if (format === 'email') return 'nobody@example.test';
  if (format === 'uri') return 'http://www.example.test/';
  return '测'.repeat(Math.max(minLength, 1));
}
