import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { renderRubricDoc } from './render-rubric-doc.ts';
import { packagedRubric } from './testing/packaged-rubric.ts';

const golden = new URL('../../docs/rubrics.md', import.meta.url);
const heading = `# The rubrics

Generated from \`rubrics/*.yaml\`; do not edit. To renew it:
\`UPDATE_GOLDEN=1 node --test src/score/render-rubric-doc.test.ts\`. Marks: H corroborated in two
places or by arithmetic; M seen once; I inferred; R unverified, a flagged default. What is unknown
is named and never charged. The format is described in [rubric-format.md](rubric-format.md).
`;

test('docs/rubrics.md is what the rubrics say', () => {
  const rubrics = ['cn-census-2015', 'cn-indicators-2019'].map((id) => packagedRubric(id));
  const text = [heading, ...rubrics.map(renderRubricDoc)].join('\n');
  if (process.env['UPDATE_GOLDEN']) writeFileSync(golden, text);
  assert.equal(text, readFileSync(golden, 'utf8'));
});
