import { Ajv2020 } from 'ajv/dist/2020.js';

/**
 * What is wrong with a value by a JSON Schema (draft 2020-12), one sentence a mistake with the
 * place of it; empty when it conforms. Both are parsed JSON.
 */
export function checkResult(value: unknown, schema: object): string[] {
  const check = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
    schema,
  );
  if (check(value)) return [];
  return (check.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath || '/'} ${message ?? ''}`,
  );
}
