/** A schema of the description, as far as the API uses the language. */
interface Schema {
  type?: string | string[];
  enum?: (string | number)[];
  const?: string | number;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: Schema | boolean;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  $ref?: string;
}

interface Operation {
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
  responses: Record<string, { content?: Record<string, { schema?: Schema }> }>;
}

export interface Description {
  paths: Record<string, Record<string, Operation>>;
}

const HEAD = `// Made from docs/openapi.json by \`npm run bless\`: change the routes, not this file.

/** Every route below \`/api/v1\`: what it takes and what it answers. */
export interface Paths {
`;

/** The routes of the API as one TypeScript interface: a wrong path or field fails the compiler. */
export function renderPaths({ paths }: Description): string {
  const rows = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) =>
      renderOperation(`${method.toUpperCase()} ${path.replace('/api/v1', '')}`, operation),
    ),
  );
  return `${HEAD}${rows.join('')}}\n`;
}

function renderOperation(name: string, { parameters = [], requestBody, responses }: Operation) {
  const of = (place: string) => renderParameters(parameters.filter((one) => one.in === place));
  // A file is sent as it is: the client takes it apart from the body.
  const body = requestBody?.content?.['application/json']?.schema;
  const answers = ['200', '201', '202'].flatMap((status) => {
    const schema = responses[status]?.content?.['application/json']?.schema;
    return schema ? [renderSchema(schema)] : [];
  });
  return `  '${name}': {
    params: ${of('path')};
    query: ${of('query')};
    body: ${body ? renderSchema(body) : 'undefined'};
    answer: ${answers[0] ?? 'undefined'};
  };
`;
}

function renderParameters(parameters: NonNullable<Operation['parameters']>): string {
  if (parameters.length === 0) return '{}';
  const fields = parameters.map(
    ({ name, required, schema }) => `${name}${required ? '' : '?'}: ${renderSchema(schema)}`,
  );
  return `{ ${fields.join('; ')} }`;
}

function renderSchema(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => literal(value)).join(' | ');
  const several = schema.anyOf ?? schema.oneOf;
  if (several) return several.map(renderSchema).join(' | ');
  if (schema.allOf) return schema.allOf.map(renderSchema).join(' & ');
  const types = [schema.type ?? 'unknown'].flat();
  return types.map((type) => renderType(type, schema)).join(' | ');
}

function renderType(type: string, schema: Schema): string {
  if (type === 'array') return `Array<${renderSchema(schema.items ?? {})}>`;
  if (type === 'object') return renderObject(schema);
  if (type === 'integer') return 'number';
  return ['string', 'number', 'boolean', 'null'].includes(type) ? type : 'unknown';
}

function renderObject({ properties, required = [], additionalProperties }: Schema): string {
  if (!properties) {
    const value = typeof additionalProperties === 'object' ? additionalProperties : {};
    return `Record<string, ${renderSchema(value)}>`;
  }
  const fields = Object.entries(properties).map(
    ([name, schema]) =>
      `${/^\w+$/.test(name) ? name : `'${name}'`}${required.includes(name) ? '' : '?'}: ${renderSchema(schema)}`,
  );
  return `{ ${fields.join('; ')} }`;
}

function literal(value: string | number): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}
